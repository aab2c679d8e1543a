//! Tells the usage of an instance as an object in place of a list of one.
//!
//! There is one figure, and the table says UsageInfo with brackets behind it.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Unwraps the one figure.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, _: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        let info = document.get_mut("info").and_then(Value::as_array_mut);
        for entry in info.into_iter().flatten() {
            let usage = entry.get_mut("usageInfo");
            if let Some(usage) = usage
                && let Some([one]) = usage.as_array().map(Vec::as_slice)
            {
                *usage = one.clone();
            }
        }
        document
    }
}
