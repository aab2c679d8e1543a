//! Says that an instance is being made with the code 0000004.
//!
//! Copied from a page that misprints it. The code has six digits.

use galleria_protocol::{Api, code};
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Answers one zero too many.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn queries_until_ready(&self, call: &Call) -> u32 {
        u32::from(call.api == Api::V2) * 2
    }

    fn document(&self, _: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if document.get("resultCode").and_then(Value::as_str) == Some(code::PROCESSING) {
            document.insert("resultCode".to_owned(), "0000004".into());
        }
        document
    }
}
