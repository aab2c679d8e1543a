//! Sends members that the pages do not name.
//!
//! A trace id and a time of its own, in every answer.

use serde_json::{Map, Value, json};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Adds two members.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, _call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        document.insert("traceId".to_owned(), "4bf92f3577b34da6".into());
        document.insert("data".to_owned(), json!({ "elapsed": 12, "tags": [] }));
        document
    }
}
