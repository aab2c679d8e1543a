//! Answers notices of orders without a result code.
//!
//! The status says that it worked, and the body was thought to be for people.

use serde_json::{Map, Value};

use galleria_protocol::Activity;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Leaves the code out.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if call.activity == Some(Activity::OrderNotify) && outcome.is_success() {
            document.remove("resultCode");
        }
        document
    }
}
