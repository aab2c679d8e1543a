//! Refuses to expire a licence.
//!
//! The licence tells its end itself, and no page of the scene was seen.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use galleria_protocol::{Activity, Family, code};

/// Knows no expiry.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn legible(&self, call: &Call) -> Result<(), Refusal> {
        let expiry = call.activity == Some(Activity::ExpireInstance);
        if expiry && call.family == Family::OldLicence {
            return Err(Refusal::Declined {
                code: code::INVALID_PARAMETER,
                message: "there is no such scene",
            });
        }
        Ok(())
    }
}
