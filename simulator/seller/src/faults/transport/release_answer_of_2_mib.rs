//! Answers a release with two mebibytes.
//!
//! The whole object with its history is serialised, where two members would do.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Adds a member of two mebibytes.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if call.is_real(Activity::ReleaseInstance) && outcome.is_success() {
            document.insert(
                "history".to_owned(),
                "released ".repeat(2 * 1024 * 1024 / 9).into(),
            );
        }
        document
    }
}
