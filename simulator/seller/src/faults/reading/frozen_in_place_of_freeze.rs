//! Knows the states FROZEN and UNFROZEN, and not what is to be done.
//!
//! As public code of sellers does. The pages say FREEZE and UNFREEZE.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Refuses the words of the pages.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn legible(&self, call: &Call) -> Result<(), Refusal> {
        let known = ["FROZEN", "UNFROZEN"];
        match call.params.get("status") {
            Some(status) if !known.contains(&status) => Err(Refusal::MalformedParameter("status")),
            _ => Ok(()),
        }
    }
}
