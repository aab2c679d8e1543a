//! Reads only bodies without blanks between their members.
//!
//! The members are cut out with a pattern, `"(\\w+)":"([^"]*)"`, which the example fits.

use galleria_protocol::Api;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Knows JSON from one example.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn legible(&self, call: &Call) -> Result<(), Refusal> {
        let text = String::from_utf8_lossy(&call.body);
        if call.api == Api::V2 && text.contains("\" :") {
            return Err(Refusal::MissingParameter("activity"));
        }
        Ok(())
    }
}
