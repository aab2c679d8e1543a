//! Answers a query for the first instance only.
//!
//! The parameter is read as one id. The list behind the first comma is cut off.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Tells one instance whatever was asked.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if call.is_real(Activity::QueryInstance)
            && outcome.is_success()
            && let Some(info) = document.get_mut("info").and_then(Value::as_array_mut)
        {
            info.truncate(1);
        }
        document
    }
}
