//! A stream that remembers the head of the answer that is being read, and when its first byte came.

use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::dial::Stream;
use super::head;
use crate::clock::Clock;

/// The longest head that is kept, in bytes; hyper gives up at the same size.
pub(super) const MAX_HEAD: usize = 64 * 1024;

/// What the tap has seen of the current answer.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// The head's bytes, up to and with the empty line once `complete`.
    pub(super) head: Vec<u8>,
    /// Whether the whole head has come.
    pub(super) complete: bool,
    /// The run's time at the first byte.
    pub(super) first_byte: Option<Duration>,
}

impl Seen {
    fn take_in(&mut self, bytes: &[u8], now: Duration) {
        if bytes.is_empty() || self.complete {
            return;
        }
        self.first_byte.get_or_insert(now);
        let before = self.head.len();
        let room = MAX_HEAD.saturating_sub(before);
        self.head.extend_from_slice(&bytes[..bytes.len().min(room)]);
        while let Some(end) = head::end(&self.head, before.min(self.head.len())) {
            // An interim answer (`100 Continue`) is not the answer.
            if is_interim(&self.head) {
                self.head.drain(..end);
                continue;
            }
            self.head.truncate(end);
            self.complete = true;
            return;
        }
    }
}

fn is_interim(head: &[u8]) -> bool {
    head.split(|&byte| byte == b' ')
        .nth(1)
        .is_some_and(|status| status.starts_with(b"1"))
}

/// The other handle of a [`Tap`].
#[derive(Clone, Debug, Default)]
pub(super) struct TapView(Arc<Mutex<Seen>>);

impl TapView {
    /// What has been seen since the last [`TapView::reset`].
    pub(super) fn seen(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets the answer before, ahead of a new request.
    pub(super) fn reset(&self) {
        *self.seen() = Seen::default();
    }
}

/// The tapped stream.
pub(super) struct Tap {
    inner: Box<dyn Stream>,
    view: TapView,
    clock: Clock,
}

impl Tap {
    pub(super) fn new(inner: Box<dyn Stream>, clock: Clock) -> (Self, TapView) {
        let view = TapView::default();
        (
            Self {
                inner,
                view: view.clone(),
                clock,
            },
            view,
        )
    }
}

impl AsyncRead for Tap {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let polled = Pin::new(&mut self.inner).poll_read(cx, buffer);
        if let Poll::Ready(Ok(())) = polled {
            self.view
                .seen()
                .take_in(&buffer.filled()[before..], self.clock.elapsed());
        }
        polled
    }
}

impl AsyncWrite for Tap {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(parts: &[&[u8]]) -> Seen {
        let mut seen = Seen::default();
        for (at, part) in parts.iter().enumerate() {
            seen.take_in(part, Duration::from_millis(at as u64));
        }
        seen
    }

    #[test]
    fn the_body_is_not_kept() {
        let seen = seen(&[b"HTTP/1.1 200 OK\r\n", b"A: b\r\n\r\nbody", b"more"]);
        assert_eq!(seen.head, b"HTTP/1.1 200 OK\r\nA: b\r\n\r\n");
        assert_eq!(seen.first_byte, Some(Duration::ZERO));
    }

    #[test]
    fn an_interim_answer_is_passed_over() {
        let seen = seen(&[b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"]);
        assert_eq!(seen.head, b"HTTP/1.1 200 OK\r\n\r\n");
    }

    #[test]
    fn an_endless_head_is_bounded() {
        let line = [b'x'; 4096];
        let seen = seen(&[&line[..]; 64]);
        assert_eq!(seen.head.len(), MAX_HEAD);
        assert!(!seen.complete);
    }
}
