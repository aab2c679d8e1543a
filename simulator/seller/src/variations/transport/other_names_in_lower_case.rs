//! Writes all header names in lower case but that of Body-Sign.
//!
//! Only that name is compared with its case; all others know none.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::wire::{HeadEdit, Wire};

/// Lowers every other name.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn wire(&self, _call: &Call, _outcome: &Outcome) -> Wire {
        Wire::Head(HeadEdit::LowercaseBut("Body-Sign"))
    }
}
