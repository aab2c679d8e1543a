//! Sends its answers in chunks.
//!
//! Frameworks do so when they do not know the length beforehand.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::reply::{Framing, Reply};

/// Announces no length.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn finish(&self, _call: &Call, _outcome: &Outcome, mut reply: Reply) -> Reply {
        reply.framing = Framing::Chunked;
        reply
    }
}
