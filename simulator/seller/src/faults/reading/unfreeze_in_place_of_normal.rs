//! Lifts a freeze of V1 by the word UNFREEZE alone.
//!
//! So it is in V2, and the words were looked up there.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Refuses the word of V1.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn legible(&self, call: &Call) -> Result<(), Refusal> {
        match call.params.get("instanceStatus") {
            Some("NORMAL") => Err(Refusal::MalformedParameter("instanceStatus")),
            _ => Ok(()),
        }
    }
}
