//! Allows no instance to be changed at its renewal.
//!
//! That is what the question is for. The pages name no code for no.

use galleria_protocol::code;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};
use crate::store::Instance;

/// Says no to every change.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn change_check(&self, _: &Call, _: &Instance) -> Handled {
        Err(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "the data would not fit into the smaller product",
        })
    }
}
