//! Sends a status line without a reason.
//!
//! Tomcat has written none since version 9; the number is what counts.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::wire::{HeadEdit, Wire};

/// Says 200 and not OK.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn wire(&self, _call: &Call, _outcome: &Outcome) -> Wire {
        Wire::Head(HeadEdit::NoReason)
    }
}
