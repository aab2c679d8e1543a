//! Sends appInfo as a text that holds JSON.
//!
//! The object was serialised once for the database and once more for the answer.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Serialises twice.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if call.is_real(Activity::NewInstance)
            && outcome.is_success()
            && let Some(info) = document.get_mut("appInfo")
        {
            *info = info.to_string().into();
        }
        document
    }
}
