//! Sends null for optional members that it does not use.
//!
//! The JSON library writes every field of the class.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Writes `null` in place of nothing.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, _call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        for name in ["encryptType", "instanceId", "appInfo", "info"] {
            document.entry(name).or_insert(Value::Null);
        }
        document
    }
}
