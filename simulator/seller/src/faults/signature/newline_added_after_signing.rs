//! Adds a line end to the body after signing it.
//!
//! `println` in place of `print`: the stream writes one byte more than was signed.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::reply::Reply;

/// Sends a line end that the signature does not cover.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn finish(&self, _call: &Call, outcome: &Outcome, mut reply: Reply) -> Reply {
        if outcome.is_success() {
            reply.body = [&reply.body[..], b"\n"].concat().into();
        }
        reply
    }
}
