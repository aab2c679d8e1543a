//! Closes the connection after every answer.
//!
//! A small server that keeps nothing open, or a gateway that is told to.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::reply::Reply;

/// Says `Connection: close`.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn finish(&self, _call: &Call, _outcome: &Outcome, mut reply: Reply) -> Reply {
        reply.set("connection", "close");
        reply
    }
}
