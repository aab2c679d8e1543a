//! Answers 000005 to an activity that does not exist.
//!
//! Nobody foresaw it: the handler of last resort answers.

use galleria_protocol::code;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};

/// Fails in order.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn unknown_activity(&self, _call: &Call) -> Handled {
        Err(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "unsupported operation",
        })
    }
}
