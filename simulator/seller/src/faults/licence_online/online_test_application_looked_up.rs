//! Looks for the instance of a test application for a licence.
//!
//! All other scenes know the debug step; this one was added later.

use galleria_protocol::Activity;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Knows no made-up instance.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn legible(&self, call: &Call) -> Result<(), Refusal> {
        if call.test && call.activity == Some(Activity::GetLicenseAsync) {
            return Err(Refusal::UnknownInstance);
        }
        Ok(())
    }
}
