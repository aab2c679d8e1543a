//! What a [`Wire`] makes of an answer's bytes, without any socket.

use super::{Wire, head};

/// Shapes the bytes of one answer as they come.
#[derive(Debug)]
pub(super) struct Shaper {
    wire: Wire,
    /// The head as far as it has come; `None` once it is complete and passed on.
    head: Option<Vec<u8>>,
    /// The length of the body, where its end ends the connection.
    length: Option<usize>,
    /// Bytes of the body passed on so far.
    passed: usize,
    /// Whether the connection has to be closed once everything passed on is written.
    pub(super) close: bool,
}

impl Shaper {
    pub(super) fn new(wire: Wire) -> Shaper {
        Shaper {
            wire,
            head: Some(Vec::new()),
            length: None,
            passed: 0,
            close: false,
        }
    }

    /// Takes `bytes` of the answer and appends to `out` what is to be written for them.
    pub(super) fn push(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        if self.close {
            return;
        }
        match &self.wire {
            Wire::Hangup => self.close = true,
            Wire::Raw(instead) => {
                out.extend_from_slice(instead);
                self.close = true;
            }
            Wire::CutBody { .. } | Wire::Head(_) | Wire::CloseDelimited | Wire::CloseUnsaid => {
                self.parts(bytes, out);
            }
            Wire::AsIs | Wire::Silence | Wire::Trickle { .. } | Wire::StopListening => {
                out.extend_from_slice(bytes);
            }
        }
    }

    /// Tells head and body apart.
    fn parts(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        let Some(mut head) = self.head.take() else {
            return self.body(bytes, out);
        };
        head.extend_from_slice(bytes);
        let Some(end) = head::end(&head) else {
            self.head = Some(head);
            return;
        };
        self.length = head::length(&head[..end]).filter(|_| self.wire == Wire::CloseUnsaid);
        match &self.wire {
            Wire::Head(edit) => out.extend(edit.apply(&head[..end])),
            Wire::CloseDelimited => out.extend(head::close_delimited(&head[..end])),
            _ => out.extend_from_slice(&head[..end]),
        }
        self.body(&head[end..], out);
    }

    fn body(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        let room = match self.wire {
            Wire::CutBody { after } => after.saturating_sub(self.passed),
            _ => bytes.len(),
        };
        let kept = &bytes[..room.min(bytes.len())];
        out.extend_from_slice(kept);
        self.passed += kept.len();
        let is_over = self.length.is_some_and(|length| self.passed >= length);
        self.close = is_over || kept.len() < bytes.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody";

    /// What is written for the answer when it comes in pieces of `size` bytes, and whether the
    /// connection closes.
    fn written(wire: Wire, size: usize) -> (Vec<u8>, bool) {
        let mut shaper = Shaper::new(wire);
        let mut out = Vec::new();
        for piece in ANSWER.chunks(size) {
            shaper.push(piece, &mut out);
        }
        (out, shaper.close)
    }

    #[test]
    fn cut_body_keeps_head_whatever_the_pieces() {
        let cut = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbo".to_vec();
        for size in 1..=ANSWER.len() {
            assert_eq!(
                written(Wire::CutBody { after: 2 }, size),
                (cut.clone(), true)
            );
        }
    }

    #[test]
    fn close_delimited_keeps_body() {
        let answer = b"HTTP/1.0 200 OK\r\n\r\nbody".to_vec();
        assert_eq!(written(Wire::CloseDelimited, 5), (answer, false));
    }

    #[test]
    fn unsaid_close_comes_behind_the_last_byte() {
        for size in 1..=ANSWER.len() {
            assert_eq!(written(Wire::CloseUnsaid, size), (ANSWER.to_vec(), true));
        }
    }

    #[test]
    fn hangup_writes_nothing() {
        assert_eq!(written(Wire::Hangup, 9), (Vec::new(), true));
    }

    #[test]
    fn raw_bytes_replace_the_answer_once() {
        assert_eq!(
            written(Wire::Raw(b"nonsense".to_vec()), 3),
            (b"nonsense".to_vec(), true)
        );
    }
}
