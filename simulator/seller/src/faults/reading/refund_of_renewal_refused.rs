//! Knows no scene for a renewal that is refunded.
//!
//! The scene of the trial and that of the renewal were built; the third one was left for later.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Refuses UNSUBSCRIBE_RENEWAL_PERIOD.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn legible(&self, call: &Call) -> Result<(), Refusal> {
        match call.params.get("scene") {
            Some("UNSUBSCRIBE_RENEWAL_PERIOD") => Err(Refusal::MalformedParameter("scene")),
            _ => Ok(()),
        }
    }
}
