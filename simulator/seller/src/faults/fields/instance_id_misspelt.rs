//! Calls the instance id `instanceID`.
//!
//! A field `instanceID` in Go or a naming strategy of the JSON library: one letter is of another
//! case.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Renames the member.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if call.activity == Some(Activity::NewInstance)
            && outcome.is_success()
            && let Some(id) = document.remove("instanceId")
        {
            document.insert("instanceID".to_owned(), id);
        }
        document
    }
}
