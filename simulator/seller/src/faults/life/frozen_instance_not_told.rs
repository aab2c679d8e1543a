//! Knows nothing of frozen instances when it is asked.
//!
//! The query selects what is active. The platform asks for the usage of frozen instances as well.

use galleria_protocol::code;
use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Looks for active instances only.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let asked = call.params.get("instanceId").unwrap_or_default();
        let store = call.seller.store();
        let frozen = |id: &str| {
            store
                .find(id)
                .is_some_and(|instance| instance.condition.frozen)
        };
        if !call.is_real(Activity::QueryInstance) || !asked.split(',').any(frozen) {
            return outcome.answer.to_json();
        }
        let mut document = Map::new();
        document.insert("resultCode".to_owned(), code::UNKNOWN_INSTANCE.into());
        document.insert("resultMsg".to_owned(), "the instance does not exist".into());
        document
    }
}
