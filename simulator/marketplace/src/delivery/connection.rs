//! The delivery itself: a connection kept while it is good, a limit of time, the answer read out.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1::{Builder, SendRequest};
use hyper_util::rt::TokioIo;
use tokio::task::JoinHandle;

use super::delivered::{Delivered, Ended, ReceivedAnswer, Timings};
use super::dial::{Dial, DialError, DialFault, Dialled};
use super::head;
use super::outgoing::Outgoing;
use super::tap::{MAX_HEAD, Tap, TapView};
use super::tls::{TlsFacts, TlsTrouble};
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
    dial: Arc<dyn Dial>,
    authority: String,
    clock: Clock,
    limits: Limits,
    idle: Mutex<Option<Link>>,
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
            idle: Mutex::new(None),
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
        let (ended, detail) = match outcome {
            Some(Ok(link)) => {
                // Behind a body that is not read to its end the connection cannot be used again.
                let kept = keep && !trace.too_large && self.keeps.load(Ordering::Relaxed);
                if kept && link.is_usable() {
                    self.put_back(link);
                }
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

    /// Closes the connection that is kept, if any.
    pub fn close(&self) {
        self.take_idle();
    }

    async fn exchange(&self, outgoing: &Outgoing, trace: &mut Trace) -> Result<Link, Failure> {
        let Some(link) = self.take_idle() else {
            let link = self.open(trace).await?;
            return self.converse(link, outgoing, trace).await;
        };
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

    async fn open(&self, trace: &mut Trace) -> Result<Link, Failure> {
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
        let (tap, view) = Tap::new(stream, self.clock.clone());
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
        })
    }

    async fn converse(
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
        let own = outgoing.headers.iter();
        own.fold(common, |request, (name, value)| {
            request.header(*name, *value)
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
        let idle = self
            .idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        idle.filter(Link::is_usable)
    }

    fn put_back(&self, link: Link) {
        *self.idle.lock().unwrap_or_else(PoisonError::into_inner) = Some(link);
    }
}

/// What is told of a call that was made again.
const AGAIN: &str =
    "made again on a new connection: the seller had closed the kept one, or closed it at this call";

/// How the marketplace's simulator names itself.
pub(crate) const USER_AGENT: &str = concat!("galleria/", env!("CARGO_PKG_VERSION"));

/// One open connection.
#[derive(Debug)]
struct Link {
    sender: SendRequest<Full<Bytes>>,
    view: TapView,
    facts: Option<TlsFacts>,
    task: JoinHandle<()>,
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

/// What is known of the delivery so far, kept outside the work so that a time-out does not lose it.
#[derive(Debug, Default)]
struct Trace {
    view: Option<TapView>,
    facts: Option<TlsFacts>,
    tls_trouble: Option<TlsTrouble>,
    /// Which HTTP the seller prefers, where this delivery is to tell.
    prefers: Option<String>,
    connect: Option<Duration>,
    tls_time: Option<Duration>,
    status: Option<u16>,
    body: Vec<u8>,
    too_large: bool,
    /// Whether the call was made a second time, on a new connection.
    again: bool,
}

impl Trace {
    /// How a call ended whose time is over.
    fn timed_out(&self, limit: Duration) -> (Ended, Option<String>) {
        match self.view {
            None => (
                Ended::Refused,
                Some(format!("no connection within {limit:?}")),
            ),
            Some(_) => (
                Ended::TimedOut,
                Some(format!("no whole answer within {limit:?}")),
            ),
        }
    }

    fn is_blank(&self) -> bool {
        self.view
            .as_ref()
            .is_none_or(|view| view.seen().head.is_empty())
    }

    fn into_delivered(
        self,
        ended: Ended,
        detail: Option<String>,
        begun: Duration,
        over: Duration,
    ) -> Delivered {
        let seen = self
            .view
            .map(|view| std::mem::take(&mut *view.seen()))
            .unwrap_or_default();
        let answer = self.status.filter(|_| seen.complete).map(|status| {
            let (status_line, headers) = head::read(&seen.head);
            let (body, too_large) = (self.body, self.too_large);
            ReceivedAnswer {
                status,
                status_line,
                headers,
                body,
                too_large,
            }
        });
        let timings = Timings {
            started_us: micros(begun),
            connect_us: self.connect.map(micros),
            tls_us: self.tls_time.map(micros),
            first_byte_us: seen.first_byte.map(|at| micros(at.saturating_sub(begun))),
            last_byte_us: micros(over.saturating_sub(begun)),
        };
        Delivered {
            ended,
            detail,
            answer,
            timings,
            tls: self.facts.map(|facts| TlsFacts {
                prefers: self.prefers,
                ..facts
            }),
            tls_trouble: self.tls_trouble,
        }
    }
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

/// Why a delivery has no whole answer.
#[derive(Debug)]
struct Failure {
    ended: Ended,
    detail: String,
    tls: Option<TlsTrouble>,
}

impl Failure {
    fn of(error: &hyper::Error, in_body: bool) -> Self {
        let ended = if error.is_parse() {
            Ended::NotHttp
        } else if in_body {
            Ended::CutShort
        } else {
            Ended::Dropped
        };
        let mut detail = error.to_string();
        let mut source = std::error::Error::source(error);
        while let Some(cause) = source {
            detail = format!("{detail}: {cause}");
            source = cause.source();
        }
        Self {
            ended,
            detail,
            tls: None,
        }
    }
}

impl From<DialError> for Failure {
    fn from(error: DialError) -> Self {
        let (ended, tls) = match error.fault {
            DialFault::Unresolved => (Ended::Unresolved, None),
            DialFault::Refused => (Ended::Refused, None),
            DialFault::Tls(trouble) => (Ended::TlsFailed, Some(trouble)),
        };
        Self {
            ended,
            detail: error.detail,
            tls,
        }
    }
}
