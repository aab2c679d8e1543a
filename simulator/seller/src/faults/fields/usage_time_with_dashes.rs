//! Sends usage times with dashes and colons.
//!
//! The database's own format of a moment.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Writes the time for people.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if call.activity == Some(Activity::QueryInstance) && outcome.is_success() {
            for usage in figures(&mut document) {
                usage["statisticalTime"] = "2026-01-01 00:00:00".into();
            }
        }
        document
    }
}

/// Every usage figure of the answer.
fn figures(document: &mut Map<String, Value>) -> impl Iterator<Item = &mut Value> {
    let infos = document
        .get_mut("info")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten();
    let usages = infos.filter_map(|info| info.get_mut("usageInfo"));
    usages.filter_map(Value::as_array_mut).flatten()
}
