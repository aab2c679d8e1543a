//! Refuses an order that it has served.
//!
//! A unique index on the order id does its work, and the error it raises goes out as it is.

use galleria_protocol::code;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};
use crate::store::Instance;

/// Takes a repeat for an error.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn repeated_purchase(&self, _call: &Call, _instance: &Instance) -> Handled {
        Err(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "done already",
        })
    }
}
