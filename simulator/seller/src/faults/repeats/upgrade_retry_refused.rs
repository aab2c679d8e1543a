//! Refuses an upgrade that has taken effect.
//!
//! "The instance has this specification already" is taken for an error.

use galleria_protocol::code;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};
use crate::store::Instance;

/// Takes a repeat for an error.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn repeated_upgrade(&self, _call: &Call, _instance: &Instance) -> Handled {
        Err(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "done already",
        })
    }
}
