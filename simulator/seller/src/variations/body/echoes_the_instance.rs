//! Names the instance in the answer of every scene that does something with one.
//!
//! A member that the pages do not ask for there, and harmless.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Sends the id back.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if outcome.is_success()
            && call.activity != Some(Activity::QueryInstance)
            && let Some(id) = call.params.get("instanceId")
        {
            document.insert("instanceId".to_owned(), id.into());
        }
        document
    }
}
