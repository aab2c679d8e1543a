//! Takes the escapes of a body for its text.
//!
//! The members are cut out with a pattern, and `\\u006e` stays six characters.

use galleria_protocol::Api;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Knows no escapes.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn legible(&self, call: &Call) -> Result<(), Refusal> {
        let escaped = call.body.windows(2).any(|two| two == br"\u");
        if call.api == Api::V2 && escaped {
            return Err(Refusal::UnknownActivity);
        }
        Ok(())
    }
}
