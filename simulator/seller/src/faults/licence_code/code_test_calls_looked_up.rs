//! Looks for the licence codes of test calls, and finds none.
//!
//! The debug step passed with a code that had been made for it; the one of the dial test was cleared away.

use galleria_protocol::Family;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Knows no made-up code.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn legible(&self, call: &Call) -> Result<(), Refusal> {
        if call.test && call.family == Family::LicenceCode {
            return Err(Refusal::UnknownInstance);
        }
        Ok(())
    }
}
