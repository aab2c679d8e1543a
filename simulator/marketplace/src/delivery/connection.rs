//! The delivery itself: connections kept while they are good, a limit of time, the answer read out.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1::{Builder, SendRequest};
use hyper_util::rt::TokioIo;
use tokio::task::JoinHandle;

use super::delivered::{Delivered, Ended};
use super::dial::{Dial, Dialled, Stream};
use super::outgoing::Outgoing;
use super::tap::{MAX_HEAD, Tap, TapView};
use super::tls::TlsFacts;
use super::trace::{Failure, Trace};
use crate::clock::Clock;

/// What bounds one delivery.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The whole call, from connecting to the last byte.
    pub answer: Duration,
    /// The bytes of a body that are read.
    pub body: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            answer: Duration::from_secs(20),
            body: 1024 * 1024,
        }
    }
}

/// Delivers calls to one seller.
#[derive(Debug)]
pub struct Delivery {
    pub(super) dial: Arc<dyn Dial>,
    pub(super) authority: String,
    pub(super) clock: Clock,
    pub(super) limits: Limits,
    /// Kept for further calls; never more than there were calls side by side.
    idle: Mutex<Vec<Link>>,
    /// Whether the seller keeps the connections open that it says it keeps.
    keeps: AtomicBool,
    /// Whether an exchange tells already which HTTP the seller prefers.
    told: AtomicBool,
}

impl Delivery {
    /// Deliveries over connections of `dial`, with `authority` as the `Host` header.
    pub fn new(dial: Arc<dyn Dial>, authority: String, clock: Clock, limits: Limits) -> Self {
        Self {
            dial,
            authority,
            clock,
            limits,
            idle: Mutex::default(),
            keeps: AtomicBool::new(true),
            told: AtomicBool::new(false),
        }
    }

    /// Makes the call and tells what came of it. Never fails: whatever happens is the result.
    ///
    /// `keep` says whether the connection may be kept for the next call.
    pub async fn deliver(&self, outgoing: &Outgoing, keep: bool) -> Delivered {
        let begun = self.clock.elapsed();
        let mut trace = Trace::default();
        let work = self.exchange(outgoing, &mut trace);
        let outcome = self.clock.within(self.limits.answer, work).await;
        self.conclude(outcome, keep, trace, begun)
    }

    /// What came of a call whose time began at `begun`; the connection behind an answer is kept for
    /// the next call, where that may be.
    pub(super) fn conclude(
        &self,
        outcome: Option<Result<Link, Failure>>,
        keep: bool,
        mut trace: Trace,
        begun: Duration,
    ) -> Delivered {
        let (ended, detail) = match outcome {
            Some(Ok(link)) => {
                self.put_back(link, keep, &trace);
                (Ended::Answered, trace.again.then(|| AGAIN.to_owned()))
            }
            Some(Err(failure)) => {
                trace.tls_trouble = failure.tls;
                (failure.ended, Some(failure.detail))
            }
            None => trace.timed_out(self.limits.answer),
        };
        trace.into_delivered(ended, detail, begun, self.clock.elapsed())
    }

    /// Whether a connection to the seller comes about; it is closed again.
    pub async fn connects(&self) -> bool {
        self.dial.dial().await.is_ok()
    }

    /// Closes the connections that are kept, if any.
    pub fn close(&self) {
        self.idle().clear();
    }

    async fn exchange(&self, outgoing: &Outgoing, trace: &mut Trace) -> Result<Link, Failure> {
        let link = self.link(trace).await?;
        self.converse_over(link, outgoing, trace).await
    }

    /// A connection that was kept, or a new one.
    pub(super) async fn link(&self, trace: &mut Trace) -> Result<Link, Failure> {
        match self.take_idle() {
            Some(kept) => Ok(kept),
            None => self.open(trace).await,
        }
    }

    /// Makes the call over a connection, which may have been used before.
    pub(super) async fn converse_over(
        &self,
        link: Link,
        outgoing: &Outgoing,
        trace: &mut Trace,
    ) -> Result<Link, Failure> {
        if !link.used {
            return self.converse(link, outgoing, trace).await;
        }
        let dropped = match self.converse(link, outgoing, trace).await {
            Err(failure) if failure.ended == Ended::Dropped && trace.is_blank() => failure,
            other => return other,
        };
        // A seller may close a connection behind an answer, just while the next call is written;
        // nobody can tell that from a crash. So the call is made again on a new connection, which
        // is told, and no connection of this seller is used twice from here on.
        self.keeps.store(false, Ordering::Relaxed);
        let Ok(link) = self.open(trace).await else {
            return Err(dropped);
        };
        trace.again = true;
        self.converse(link, outgoing, trace).await
    }

    pub(super) async fn open(&self, trace: &mut Trace) -> Result<Link, Failure> {
        self.open_over(trace, |stream| stream).await
    }

    /// Opens a connection whose bytes go through what `over` makes of its stream.
    pub(super) async fn open_over(
        &self,
        trace: &mut Trace,
        over: impl FnOnce(Box<dyn Stream>) -> Box<dyn Stream>,
    ) -> Result<Link, Failure> {
        let Dialled {
            stream,
            connect,
            tls,
            mut facts,
        } = self.dial.dial().await?;
        trace.connect = Some(connect);
        trace.tls_time = tls;
        let prefers = facts.as_mut().and_then(|facts| facts.prefers.take());
        if prefers.is_some() && !self.told.swap(true, Ordering::Relaxed) {
            trace.prefers = prefers;
        }
        let (tap, view) = Tap::new(over(stream), self.clock.clone());
        let (sender, connection) = Builder::new()
            .title_case_headers(true)
            .max_buf_size(MAX_HEAD)
            .allow_spaces_after_header_name_in_responses(true)
            .allow_obsolete_multiline_headers_in_responses(true)
            .ignore_invalid_headers_in_responses(true)
            .handshake(TokioIo::new(tap))
            .await
            .map_err(|error| Failure::of(&error, false))?;
        let task = tokio::spawn(async move {
            // How the connection ended is told to the request that was under way.
            let _ = connection.await;
        });
        Ok(Link {
            sender,
            view,
            facts,
            task,
            used: false,
        })
    }

    pub(super) async fn converse(
        &self,
        mut link: Link,
        outgoing: &Outgoing,
        trace: &mut Trace,
    ) -> Result<Link, Failure> {
        link.view.reset();
        trace.view = Some(link.view.clone());
        trace.facts.clone_from(&link.facts);
        let request = self.request(outgoing)?;
        let response = async {
            link.sender.ready().await?;
            link.sender.send_request(request).await
        }
        .await
        .map_err(|error| Failure::of(&error, false))?;
        trace.status = Some(response.status().as_u16());
        self.read_body(response.into_body(), trace).await?;
        Ok(link)
    }

    fn request(&self, outgoing: &Outgoing) -> Result<http::Request<Full<Bytes>>, Failure> {
        let common = http::Request::builder()
            .method(outgoing.method.clone())
            .uri(outgoing.target.as_str())
            .header(http::header::HOST, &self.authority)
            .header(http::header::CONNECTION, "keep-alive")
            .header(http::header::USER_AGENT, USER_AGENT);
        let own = outgoing.own_headers();
        // As bytes: a customer's name need not be of ASCII alone.
        own.fold(common, |request, (name, value)| {
            request.header(name, value.as_bytes())
        })
        .body(Full::new(outgoing.body.clone()))
        .map_err(|error| Failure {
            ended: Ended::Refused,
            detail: format!("the request cannot be written as HTTP: {error}"),
            tls: None,
        })
    }

    async fn read_body(&self, mut body: Incoming, trace: &mut Trace) -> Result<(), Failure> {
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|error| Failure::of(&error, true))?;
            let Some(data) = frame.data_ref() else {
                continue;
            };
            let room = self.limits.body - trace.body.len();
            // Copied: a kept `Bytes` would pin the connection's whole read buffer.
            trace.body.extend_from_slice(&data[..data.len().min(room)]);
            if data.len() > room {
                trace.too_large = true;
                return Ok(());
            }
        }
        Ok(())
    }

    fn take_idle(&self) -> Option<Link> {
        let mut idle = self.idle();
        std::iter::from_fn(|| idle.pop()).find(Link::is_usable)
    }

    /// Keeps the connection behind an answer, if it may be kept and can be used again: it cannot
    /// behind a body that is not read to its end.
    fn put_back(&self, mut link: Link, keep: bool, trace: &Trace) {
        let kept = keep && !trace.too_large && self.keeps.load(Ordering::Relaxed);
        if kept && link.is_usable() {
            link.used = true;
            self.idle().push(link);
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Link>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is told of a call that was made again.
const AGAIN: &str =
    "made again on a new connection: the seller had closed the kept one, or closed it at this call";

/// How the marketplace's simulator names itself.
pub(crate) const USER_AGENT: &str = concat!("galleria/", env!("CARGO_PKG_VERSION"));

/// One open connection.
#[derive(Debug)]
pub(super) struct Link {
    sender: SendRequest<Full<Bytes>>,
    view: TapView,
    facts: Option<TlsFacts>,
    task: JoinHandle<()>,
    /// Whether a call was made over it.
    used: bool,
}

impl Link {
    fn is_usable(&self) -> bool {
        !self.sender.is_closed() && !self.task.is_finished()
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.task.abort();
    }
}
