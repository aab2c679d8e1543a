//! Stops listening for good after twenty answered calls.
//!
//! The process dies quietly, from a memory limit or a deployment, and nothing starts it again.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::wire::Wire;

/// Answers the twentieth call and closes its door.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn wire(&self, call: &Call, _outcome: &Outcome) -> Wire {
        if call.number >= 20 {
            Wire::StopListening
        } else {
            Wire::AsIs
        }
    }
}
