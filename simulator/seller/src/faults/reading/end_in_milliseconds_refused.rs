//! Refuses an end that has milliseconds.
//!
//! `DateTimeFormatter.ofPattern("yyyyMMddHHmmss")`, as the table says. The example beside it has 17 digits.

use galleria_protocol::Api;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Reads 14 digits.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn legible(&self, call: &Call) -> Result<(), Refusal> {
        // A licence's end has a form of its own.
        let of_renewal = call.api == Api::V2 && call.family.is_saas();
        match call.params.get("expireTime") {
            Some(end) if of_renewal && end.len() != 14 => {
                Err(Refusal::MalformedParameter("expireTime"))
            }
            _ => Ok(()),
        }
    }
}
