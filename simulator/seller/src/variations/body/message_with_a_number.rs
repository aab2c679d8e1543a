//! Says another message in every answer: a number in text.
//!
//! The message is the number under which the log can be searched.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Counts.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        document.insert("resultMsg".to_owned(), call.number.to_string().into());
        document
    }
}
