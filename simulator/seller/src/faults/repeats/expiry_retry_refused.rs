//! Refuses the expiry of an expired instance.
//!
//! The state machine knows no step from frozen to frozen.

use galleria_protocol::code;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};
use crate::store::Instance;

/// Takes a repeat for an error.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn repeated_expiry(&self, _call: &Call, _instance: &Instance) -> Handled {
        Err(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "done already",
        })
    }
}
