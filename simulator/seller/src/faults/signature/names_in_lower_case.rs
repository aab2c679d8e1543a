//! Writes all header names in lower case.
//!
//! Frameworks that keep names in lower case send them so, and so does every gateway that speaks
//! HTTP/2 on one side.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::wire::{HeadEdit, Wire};

/// Lowers every name.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn wire(&self, _call: &Call, outcome: &Outcome) -> Wire {
        if outcome.is_success() {
            Wire::Head(HeadEdit::LowercaseNames)
        } else {
            Wire::AsIs
        }
    }
}
