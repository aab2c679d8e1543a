//! Answers the licence as `licence`.
//!
//! The member is spelt as the English spell it.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use serde_json::{Map, Value};

/// Spells it with a c.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, _call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if let Some(text) = document.shift_remove("license") {
            document.insert("licence".to_owned(), text);
        }
        document
    }
}
