//! Answers 000002 to a call for what was released.
//!
//! The id is known and of no use any more, so the parameter is wrong.

use galleria_protocol::code;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};

/// Calls the parameter invalid.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn released_instance(&self, _call: &Call) -> Handled {
        Err(Refusal::Declined {
            code: code::INVALID_PARAMETER,
            message: "the instance was released",
        })
    }
}
