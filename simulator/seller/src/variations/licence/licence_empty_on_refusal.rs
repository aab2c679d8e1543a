//! Answers a refusal with an empty licence.
//!
//! One class for all answers, whose members are always written.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use galleria_protocol::Family;
use serde_json::{Map, Value};

/// Writes every member.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if call.family == Family::OldLicence && !document.contains_key("license") {
            document.insert("license".to_owned(), "".into());
        }
        document
    }
}
