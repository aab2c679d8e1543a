//! Calls the message `message`.
//!
//! The company's own convention for answers, from its base class.

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
        if call.is_real(Activity::ReleaseInstance)
            && outcome.is_success()
            && let Some(value) = document.remove("resultMsg")
        {
            document.insert("message".to_owned(), value);
        }
        document
    }
}
