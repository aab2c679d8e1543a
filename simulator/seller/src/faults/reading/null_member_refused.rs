//! Fails on a member that is null.
//!
//! `jsonObject.get("testFlag").toString()`: written for members that are there or not, and null is neither.

use galleria_protocol::code;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Asks null for its text.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn legible(&self, call: &Call) -> Result<(), Refusal> {
        let members: Map<String, Value> = serde_json::from_slice(&call.body).unwrap_or_default();
        if members.values().any(Value::is_null) {
            return Err(Refusal::Declined {
                code: code::INTERNAL_ERROR,
                message: "a null pointer was met",
            });
        }
        Ok(())
    }
}
