//! Refuses a renewal that has taken effect.
//!
//! The order table refuses a second row, and that error goes out as it is.

use galleria_protocol::code;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};
use crate::store::Instance;

/// Takes a repeat for an error.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn repeated_renewal(&self, _call: &Call, _instance: &Instance) -> Handled {
        Err(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "done already",
        })
    }
}
