//! Sends the header as `Body-Sign` and as `body-sign`.
//!
//! A seller in production sends every spelling that was ever named. One of them is right.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::wire::{HeadEdit, Wire};

/// Repeats the header in lower case.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn wire(&self, _call: &Call, _outcome: &Outcome) -> Wire {
        Wire::Head(HeadEdit::Repeat {
            from: "Body-Sign",
            to: "body-sign",
        })
    }
}
