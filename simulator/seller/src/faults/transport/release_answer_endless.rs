//! Never ends its answer to a release.
//!
//! A log is streamed behind the answer, chunk after chunk, as long as somebody reads.

use galleria_protocol::v1::Activity;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::reply::{Framing, Reply};

/// Sends blanks without end after the body.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn finish(&self, call: &Call, outcome: &Outcome, mut reply: Reply) -> Reply {
        if call.is_real(Activity::ReleaseInstance) && outcome.is_success() {
            reply.framing = Framing::Endless;
        }
        reply
    }
}
