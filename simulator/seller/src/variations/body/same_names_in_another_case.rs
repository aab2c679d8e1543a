//! Sends members again in another letter case.
//!
//! An old client of the seller reads `ResultCode`; names of JSON know their case.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Serves two readers.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, _call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        for (name, twin) in [("resultCode", "ResultCode"), ("resultMsg", "RESULTMSG")] {
            if let Some(value) = document.get(name).cloned() {
                document.insert(twin.to_owned(), value);
            }
        }
        document
    }
}
