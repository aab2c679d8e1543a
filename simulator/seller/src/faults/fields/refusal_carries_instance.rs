//! Sends an instance id with a refusal.
//!
//! One answer class for everything, with its fields filled in before the work is tried.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Repeats the id in refusals.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if !outcome.is_success()
            && !outcome.is_unauthenticated()
            && let Some(id) = call.params.get("instanceId")
        {
            document.insert("instanceId".to_owned(), id.into());
        }
        document
    }
}
