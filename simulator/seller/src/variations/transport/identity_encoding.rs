//! Says that the body is not compressed.
//!
//! `identity` is the name of no coding at all.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::reply::Reply;

/// Names the coding that is none.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn finish(&self, _call: &Call, _outcome: &Outcome, mut reply: Reply) -> Reply {
        reply.set("content-encoding", "identity");
        reply
    }
}
