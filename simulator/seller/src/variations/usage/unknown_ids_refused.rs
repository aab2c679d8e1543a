//! Refuses a query that names an instance which it does not know.
//!
//! The pages say that an unknown instance is 000003, and nothing of a query that names others too.

use galleria_protocol::code;
use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Answers all or nothing.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let asked = call.params.get("instanceId").unwrap_or_default();
        let store = call.seller.store();
        let all_known = asked.split(',').all(|id| store.find(id).is_some());
        if !call.is_real(Activity::QueryInstance) || all_known {
            return outcome.answer.to_json();
        }
        let mut document = Map::new();
        document.insert("resultCode".to_owned(), code::UNKNOWN_INSTANCE.into());
        document.insert("resultMsg".to_owned(), "an instance does not exist".into());
        document
    }
}
