//! Answers a query with an object in place of a list of one.
//!
//! One instance was asked for, and a list of one seemed pointless. The pages say: never an object.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Unwraps what stands alone.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, _: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if let Some(info) = document.get_mut("info")
            && let Some([one]) = info.as_array().map(Vec::as_slice)
        {
            *info = one.clone();
        }
        document
    }
}
