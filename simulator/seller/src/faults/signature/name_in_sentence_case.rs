//! Calls the header `Body-sign`.
//!
//! HTTP says that letter case in header names is free, and every library agrees. The marketplace
//! does not: its FAQ names this very spelling as wrong.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::wire::{HeadEdit, Wire};

/// Writes a small s.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn wire(&self, _call: &Call, outcome: &Outcome) -> Wire {
        if outcome.is_success() {
            Wire::Head(HeadEdit::Rename {
                from: "Body-Sign",
                to: "Body-sign",
            })
        } else {
            Wire::AsIs
        }
    }
}
