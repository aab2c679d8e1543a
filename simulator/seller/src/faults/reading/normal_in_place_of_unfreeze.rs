//! Lifts a freeze by the word NORMAL alone.
//!
//! So it is in V1, and the scene was taken over with its words.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Refuses the word of V2.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn legible(&self, call: &Call) -> Result<(), Refusal> {
        match call.params.get("status") {
            Some("UNFREEZE") => Err(Refusal::MalformedParameter("status")),
            _ => Ok(()),
        }
    }
}
