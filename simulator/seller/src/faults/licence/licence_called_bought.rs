//! Refuses a repeated order as bought already.
//!
//! The unique index on the order throws, and the exception is answered.

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app::purchased;
use crate::outcome::{Handled, Refusal};
use crate::store::Instance;
use galleria_protocol::{Family, code};

/// Lets the index throw.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn repeated_purchase(&self, call: &Call, instance: &Instance) -> Handled {
        if call.family != Family::OldLicence {
            return Ok(purchased(call, instance));
        }
        Err(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "duplicate entry",
        })
    }
}
