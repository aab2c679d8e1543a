//! Tells its own row numbers as the ids of a query.
//!
//! The entity of the database has an `instanceId` too, and the serialiser took that one.

use galleria_protocol::Activity;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Names instances as nobody else does.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if !call.is_real(Activity::QueryInstance) {
            return document;
        }
        let info = document.get_mut("info").and_then(Value::as_array_mut);
        for (row, entry) in (1..).zip(info.into_iter().flatten()) {
            entry["instanceId"] = format!("row-{row}").into();
        }
        document
    }
}
