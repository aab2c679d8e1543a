//! Closes the connection on every renewal, without an answer.
//!
//! The handler's thread dies of an error that nobody catches: a null value, a missing column.

use galleria_protocol::v1::Activity;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::wire::Wire;

/// Hangs up where it should answer a renewal.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn wire(&self, call: &Call, outcome: &Outcome) -> Wire {
        if call.is_real(Activity::RefreshInstance) && outcome.is_success() {
            Wire::Hangup
        } else {
            Wire::AsIs
        }
    }
}
