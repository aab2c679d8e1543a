//! Refuses the release of a released instance.
//!
//! There is nothing left to delete, and "zero rows affected" is taken for an error.

use galleria_protocol::code;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};
use crate::store::Instance;

/// Takes a repeat for an error.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn repeated_release(&self, _call: &Call, _instance: &Instance) -> Handled {
        Err(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "done already",
        })
    }
}
