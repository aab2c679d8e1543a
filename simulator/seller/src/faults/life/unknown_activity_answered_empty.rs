//! Answers an activity that does not exist with an empty object.
//!
//! A chain of `if` without a last `else`: the answer object goes out as it was made.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Outcome, Refusal};

/// Sends `{}`.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, _call: &Call, outcome: &Outcome) -> Map<String, Value> {
        match outcome.refusal {
            Some(Refusal::UnknownActivity) => Map::new(),
            _ => outcome.answer.to_json(),
        }
    }
}
