//! Calls the header `BodySign`.
//!
//! The old error text says `http header->bodySign is empty`; the engineer took that for the name.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::wire::{HeadEdit, Wire};

/// Writes the name as one word.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn wire(&self, _call: &Call, outcome: &Outcome) -> Wire {
        if outcome.is_success() {
            Wire::Head(HeadEdit::Rename {
                from: "Body-Sign",
                to: "BodySign",
            })
        } else {
            Wire::AsIs
        }
    }
}
