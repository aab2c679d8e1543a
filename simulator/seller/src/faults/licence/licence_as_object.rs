//! Answers the licence as an object.
//!
//! The record is put into the answer as it is stored.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use serde_json::{Map, Value, json};

/// Answers the whole record.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, _call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if let Some(license) = document.get_mut("license") {
            *license = json!({ "text": license.clone() });
        }
        document
    }
}
