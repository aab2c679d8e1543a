//! How an answer's bytes leave the seller.
//!
//! A right seller writes them as they are. A fault here acts below HTTP: it cuts a body short,
//! rewrites a header name, trickles, or closes without a word. It acts on the bytes of the
//! connection, so it does the same on a TCP socket and on an in-memory pipe.

mod head;
mod line;
mod shaper;

pub use head::HeadEdit;
pub(crate) use line::{Line, Slot};

use std::time::Duration;

/// What happens to the bytes of one answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Wire {
    /// They are sent as they are.
    #[default]
    AsIs,
    /// Nothing is ever sent; the connection stays open.
    Silence,
    /// The connection is closed without an answer.
    Hangup,
    /// The head and `after` bytes of the body are sent, then the connection is closed.
    CutBody {
        /// How many bytes of the body get through.
        after: usize,
    },
    /// The head is rewritten, the body is sent as it is.
    Head(HeadEdit),
    /// An HTTP/1.0 answer without `Content-Length`: the end of the connection ends the body.
    CloseDelimited,
    /// The connection is closed behind the answer, and the head does not say so.
    CloseUnsaid,
    /// These bytes are sent in place of the answer, then the connection is closed.
    Raw(Vec<u8>),
    /// A few bytes at a time.
    Trickle {
        /// Size of a piece.
        bytes: usize,
        /// Pause between two pieces.
        every: Duration,
    },
    /// The answer is sent, then the seller takes no connection any more.
    StopListening,
}

impl Wire {
    /// Whether the connection must end with this answer, so that the head has to say so.
    pub(crate) fn ends_connection(&self) -> bool {
        matches!(self, Wire::CloseDelimited | Wire::StopListening)
    }
}
