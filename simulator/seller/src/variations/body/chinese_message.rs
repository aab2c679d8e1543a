//! Says the message in Chinese.
//!
//! `resultMsg` is free text; here it is escaped like all text beyond ASCII.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Says it worked, or that it did not, in Chinese.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn document(&self, _call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        let message = if outcome.is_success() {
            "成功"
        } else {
            "失败"
        };
        document.insert("resultMsg".to_owned(), message.into());
        document
    }
}
