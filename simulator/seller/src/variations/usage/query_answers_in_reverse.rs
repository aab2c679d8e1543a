//! Answers for the instances of a query in another order than asked.
//!
//! The database gives them in its own order, and each entry has its id.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Turns the list around.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, _call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if let Some(info) = document.get_mut("info").and_then(Value::as_array_mut) {
            info.reverse();
        }
        document
    }
}
