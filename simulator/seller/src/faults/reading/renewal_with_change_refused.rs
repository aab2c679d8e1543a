//! Knows no scene for a renewal with another product.
//!
//! RENEWAL_CHANGE came in 2025; the list of scenes was written before, as was the one of the vendor's sample.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Refuses RENEWAL_CHANGE.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn legible(&self, call: &Call) -> Result<(), Refusal> {
        match call.params.get("scene") {
            Some("RENEWAL_CHANGE") => Err(Refusal::MalformedParameter("scene")),
            _ => Ok(()),
        }
    }
}
