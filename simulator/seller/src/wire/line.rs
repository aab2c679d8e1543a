//! The stream between hyper and the socket, on which a [`Wire`] acts.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::Sleep;

use super::Wire;
use super::shaper::Shaper;
use crate::waiting;

/// Where the service leaves the wire of the answer that hyper is about to write.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slot(Arc<Mutex<Option<Wire>>>);

impl Slot {
    pub(crate) fn put(&self, wire: Wire) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(wire);
    }

    fn take(&self) -> Option<Wire> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// A stream that passes reads through and shapes what is written.
#[derive(Debug)]
pub(crate) struct Line<S> {
    io: S,
    slot: Slot,
    wire: Wire,
    shaper: Option<Shaper>,
    /// Shaped bytes that the socket has not taken yet; it has taken `taken` of them.
    out: Vec<u8>,
    taken: usize,
    rest: Option<Pin<Box<Sleep>>>,
}

impl<S: AsyncWrite + Unpin> Line<S> {
    pub(crate) fn new(io: S, slot: Slot) -> Line<S> {
        Line {
            io,
            slot,
            wire: Wire::AsIs,
            shaper: None,
            out: Vec::new(),
            taken: 0,
            rest: None,
        }
    }

    /// Turns to the next answer if the service has left its wire.
    fn turn(&mut self) {
        if let Some(wire) = self.slot.take() {
            self.shaper = (wire != Wire::AsIs).then(|| Shaper::new(wire.clone()));
            self.wire = wire;
        }
    }

    /// Writes all shaped bytes to the socket, with rests where the wire wants them.
    fn poll_drain(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while self.taken < self.out.len() {
            if let Some(rest) = &mut self.rest {
                ready!(rest.as_mut().poll(cx));
                self.rest = None;
            }
            let left = &self.out[self.taken..];
            let piece = match self.wire {
                Wire::Trickle { bytes, .. } => &left[..bytes.clamp(1, left.len())],
                _ => left,
            };
            self.taken += ready!(Pin::new(&mut self.io).poll_write(cx, piece))?;
            if let Wire::Trickle { every, .. } = self.wire {
                self.rest = Some(Box::pin(waiting::pause(every)));
            }
        }
        self.out.clear();
        self.taken = 0;
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Line<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        ready!(self.poll_drain(cx))?;
        self.turn();
        let this = &mut *self;
        let Some(shaper) = &mut this.shaper else {
            return Pin::new(&mut this.io).poll_write(cx, buf);
        };
        shaper.push(buf, &mut this.out);
        Poll::Ready(Ok(buf.len()))
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_drain(cx))?;
        if self.shaper.as_ref().is_some_and(|shaper| shaper.close) {
            ready!(Pin::new(&mut self.io).poll_shutdown(cx))?;
            return Poll::Ready(Err(io::ErrorKind::BrokenPipe.into()));
        }
        Pin::new(&mut self.io).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_drain(cx))?;
        Pin::new(&mut self.io).poll_shutdown(cx)
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Line<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_read(cx, buf)
    }
}
