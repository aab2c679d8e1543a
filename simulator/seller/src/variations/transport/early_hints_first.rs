//! Sends an interim answer before each answer.
//!
//! A proxy that pushes hints does; HTTP/1.1 lets any number of them come first.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::wire::{HeadEdit, Wire};

/// Says 103 before it says 200.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn wire(&self, _call: &Call, _outcome: &Outcome) -> Wire {
        Wire::Head(HeadEdit::InterimFirst)
    }
}
