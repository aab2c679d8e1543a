//! Sends a message longer than 255 characters.
//!
//! The log of the work is handed out as the message.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Says more than the field holds.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if call.is_real(Activity::ReleaseInstance) && outcome.is_success() {
            document.insert("resultMsg".to_owned(), "released. ".repeat(30).into());
        }
        document
    }
}
