//! A seller that dies in the middle of a call.
//!
//! The call is made as any other, over a stream that stands still when the chosen byte is reached.
//! There the seller is killed. Then the stream goes on, so that what the dead seller had written
//! already is read: an answer that was whole counts as one that the network lost.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::future::BoxFuture;
use futures_util::task::AtomicWaker;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::sync::Notify;

use super::connection::Delivery;
use super::delivered::{Delivered, Ended};
use super::dial::Stream;
use super::outgoing::Outgoing;
use super::trace::Trace;

/// At which point of a call the seller dies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Death {
    /// Before the whole request has come.
    InRequest,
    /// Behind the request: at work on it, as far as one can tell from outside.
    AtWork,
    /// When the head of its answer begins to come.
    InHead,
    /// Within the body of its answer.
    InBody,
    /// Behind its answer, which nobody has read.
    BehindAnswer,
}

impl Death {
    /// Every point, in the order of a call.
    pub const ALL: [Self; 5] = [
        Self::InRequest,
        Self::AtWork,
        Self::InHead,
        Self::InBody,
        Self::BehindAnswer,
    ];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::InRequest => "in-request",
            Self::AtWork => "at-work",
            Self::InHead => "in-head",
            Self::InBody => "in-body",
            Self::BehindAnswer => "behind-answer",
        }
    }

    /// The point of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|death| death.name() == name)
    }

    /// The point, for people.
    pub fn about(self) -> &'static str {
        match self {
            Self::InRequest => "before it has the whole request",
            Self::AtWork => "when it has the whole request",
            Self::InHead => "within the head of its answer",
            Self::InBody => "within the body of its answer",
            Self::BehindAnswer => "behind its answer",
        }
    }
}

/// The exact moment of a death.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// The point.
    pub death: Death,
    /// Where within it, from 0 to 1: of the request's bytes, of the answer's head or body.
    pub share: f64,
    /// How long behind the request a seller at work is killed.
    pub wait: Duration,
}

/// So many bytes a head or a body is taken to have where the share of it is to be found.
const HEAD: f64 = 200.0;
const BODY: f64 = 120.0;

impl Delivery {
    /// Makes the call, over a connection of its own, and has the seller killed at that moment by
    /// `kill`, which is over when the seller is gone.
    pub async fn deliver_to_death(
        &self,
        outgoing: &Outgoing,
        moment: Moment,
        kill: BoxFuture<'_, ()>,
    ) -> Delivered {
        self.close();
        let begun = self.clock.elapsed();
        let mut trace = Trace::default();
        let gate = Arc::new(Gate::new(moment, outgoing.written(&self.authority).len()));
        let killing = async {
            gate.reached.notified().await;
            if moment.death == Death::AtWork {
                self.clock.sleep(moment.wait).await;
            }
            kill.await;
            gate.open();
        };
        let work = async {
            let over = |stream| Box::new(Gated::new(stream, Arc::clone(&gate))) as Box<dyn Stream>;
            let link = self.open_over(&mut trace, over).await?;
            self.converse(link, outgoing, &mut trace).await
        };
        let outcome = {
            let working = self.clock.within(self.limits.answer, work);
            let mut working = std::pin::pin!(working);
            let mut killing = std::pin::pin!(killing);
            tokio::select! {
                biased;
                () = &mut killing => working.await,
                outcome = &mut working => {
                    // The point was not reached, or lies behind the answer: the seller dies now.
                    gate.reached.notify_one();
                    killing.await;
                    outcome
                }
            }
        };
        let (ended, detail) = match outcome {
            Some(Ok(_)) => (Ended::Lost, None),
            Some(Err(failure)) if failure.ended.is_unreachable() => {
                trace.tls_trouble = failure.tls;
                (failure.ended, Some(failure.detail))
            }
            Some(Err(failure)) => (Ended::Cut, Some(failure.detail)),
            None => match trace.timed_out(self.limits.answer) {
                (Ended::TimedOut, detail) => (Ended::Cut, detail),
                other => other,
            },
        };
        let told = || format!("the seller was killed {}", moment.death.about());
        let detail = match (ended, detail) {
            (Ended::Lost, _) => Some(told()),
            (Ended::Cut, Some(how)) => Some(format!("{}: {how}", told())),
            (_, detail) => detail,
        };
        trace.into_delivered(ended, detail, begun, self.clock.elapsed())
    }
}

/// Where the bytes stand still until the seller is dead.
#[derive(Debug)]
struct Gate {
    /// So many bytes of the request are let through.
    writes: usize,
    /// The answer stands still behind so many bytes; of the body where `in_body`.
    reads: Option<usize>,
    in_body: bool,
    written: AtomicUsize,
    reached: Notify,
    opened: AtomicBool,
    reader: AtomicWaker,
    writer: AtomicWaker,
}

impl Gate {
    fn new(moment: Moment, request: usize) -> Self {
        let of = |size: f64| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a share of a small number"
            )]
            let bytes = (size * moment.share.clamp(0.0, 1.0)) as usize;
            bytes
        };
        #[expect(clippy::cast_precision_loss, reason = "requests are short")]
        let cut = of(request as f64).clamp(1, request.saturating_sub(1).max(1));
        let (writes, reads) = match moment.death {
            Death::InRequest => (cut, None),
            Death::AtWork => (usize::MAX, Some(0)),
            Death::InHead => (usize::MAX, Some(of(HEAD).max(1))),
            Death::InBody => (usize::MAX, Some(of(BODY).max(1))),
            Death::BehindAnswer => (usize::MAX, None),
        };
        Self {
            writes,
            reads,
            in_body: moment.death == Death::InBody,
            written: AtomicUsize::new(0),
            reached: Notify::new(),
            opened: AtomicBool::new(false),
            reader: AtomicWaker::new(),
            writer: AtomicWaker::new(),
        }
    }

    fn open(&self) {
        self.opened.store(true, Ordering::Release);
        self.reader.wake();
        self.writer.wake();
    }

    fn is_open(&self) -> bool {
        self.opened.load(Ordering::Acquire)
    }
}

/// A stream with a gate in it.
struct Gated {
    stream: Box<dyn Stream>,
    gate: Arc<Gate>,
    /// How many bytes of the answer were read, and the last four of them.
    read: usize,
    tail: [u8; 4],
    /// How many bytes the head had, once it is over.
    head: Option<usize>,
}

impl Gated {
    fn new(stream: Box<dyn Stream>, gate: Arc<Gate>) -> Self {
        Self {
            stream,
            gate,
            read: 0,
            tail: [0; 4],
            head: None,
        }
    }

    /// How many bytes more of the answer are let through before the seller is killed.
    fn room(&self) -> usize {
        let Some(reads) = self.gate.reads else {
            return usize::MAX;
        };
        match (self.gate.in_body, self.head) {
            // One byte at a time up to the end of the head: then the body is counted.
            (true, None) => 1,
            (true, Some(head)) => (head + reads).saturating_sub(self.read),
            (false, _) => reads.saturating_sub(self.read),
        }
    }

    fn note(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.read += 1;
            self.tail.rotate_left(1);
            self.tail[3] = *byte;
            if self.head.is_none() && self.tail == *b"\r\n\r\n" {
                self.head = Some(self.read);
            }
        }
    }
}

impl AsyncRead for Gated {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        let this = &mut *self;
        this.gate.reader.register(context.waker());
        if this.gate.is_open() {
            return Pin::new(&mut this.stream).poll_read(context, buffer);
        }
        let asked = this.gate.written.load(Ordering::Acquire) > 0;
        let room = this.room();
        if room == 0 {
            if asked {
                this.gate.reached.notify_one();
            }
            return Poll::Pending;
        }
        let mut bytes = [0; 1024];
        let most = room.min(bytes.len()).min(buffer.remaining());
        let mut small = ReadBuf::new(&mut bytes[..most]);
        let polled = Pin::new(&mut this.stream).poll_read(context, &mut small);
        this.note(small.filled());
        buffer.put_slice(small.filled());
        polled
    }
}

impl AsyncWrite for Gated {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<std::io::Result<usize>> {
        let this = &mut *self;
        this.gate.writer.register(context.waker());
        let written = this.gate.written.load(Ordering::Acquire);
        let room = this.gate.writes.saturating_sub(written);
        if room == 0 && !this.gate.is_open() {
            this.gate.reached.notify_one();
            return Poll::Pending;
        }
        let most = if this.gate.is_open() {
            bytes.len()
        } else {
            bytes.len().min(room)
        };
        let polled = Pin::new(&mut this.stream).poll_write(context, &bytes[..most]);
        if let Poll::Ready(Ok(sent)) = &polled {
            this.gate.written.fetch_add(*sent, Ordering::AcqRel);
            this.gate.reader.wake();
        }
        polled
    }

    fn poll_flush(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests;
