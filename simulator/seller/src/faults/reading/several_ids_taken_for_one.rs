//! Takes the ids of a V2 query for one.
//!
//! `WHERE instance_id = ?`: the text with its commas is the id of no instance.

use galleria_protocol::{Activity, Api, code};
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Looks the whole text up.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let asked = call.params.get("instanceId").unwrap_or_default();
        let several = call.api == Api::V2 && asked.contains(',');
        if !several || !call.is_real(Activity::QueryInstance) {
            return outcome.answer.to_json();
        }
        let mut document = Map::new();
        document.insert("resultCode".to_owned(), code::UNKNOWN_INSTANCE.into());
        document.insert("resultMsg".to_owned(), "no such instance".into());
        document
    }
}
