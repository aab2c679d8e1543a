//! Refuses a query for many instances.
//!
//! The parameter has 64 characters by its table, and the check of lengths is made from the tables; by
//! its text it holds up to a hundred ids.

use galleria_protocol::code;
use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Has a column for the parameter.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let asked = call.params.get("instanceId").unwrap_or_default();
        if call.activity != Some(Activity::QueryInstance) || asked.len() <= 255 {
            return outcome.answer.to_json();
        }
        let mut document = Map::new();
        document.insert("resultCode".to_owned(), code::INVALID_PARAMETER.into());
        document.insert("resultMsg".to_owned(), "instanceId is too long".into());
        document
    }
}
