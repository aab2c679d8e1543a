//! Calls a licence code invalid that it does not know.
//!
//! The check of the parameters looks the code up too.

use galleria_protocol::{Family, code};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};

/// Has one answer for codes that are malformed and that are not there.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn unknown_instance(&self, call: &Call) -> Handled {
        if call.family == Family::LicenceCode {
            return Err(Refusal::Declined {
                code: code::INVALID_PARAMETER,
                message: "the licence code is not valid",
            });
        }
        Err(Refusal::UnknownInstance)
    }
}
