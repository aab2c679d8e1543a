//! Sends fewer bytes than it announced, on upgrades.
//!
//! The length is counted before the text is encoded, or the process ends while it writes.

use galleria_protocol::v1::Activity;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::wire::Wire;

/// Cuts the body after twenty bytes.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn wire(&self, call: &Call, outcome: &Outcome) -> Wire {
        if call.is_real(Activity::Upgrade) && outcome.is_success() {
            Wire::CutBody { after: 20 }
        } else {
            Wire::AsIs
        }
    }
}
