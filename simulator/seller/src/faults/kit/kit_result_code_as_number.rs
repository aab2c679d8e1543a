//! Answers `resultCode` as a number.
//!
//! The constant of success was an integer.

use galleria_protocol::v1::answer::Answer;
use serde_json::Value;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::kit::Object;

/// Writes 0.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn document(&self, _: &Arrived, answer: &Answer) -> Object {
        let mut document = answer.to_json();
        let code = answer.result_code.parse::<u32>().unwrap_or_default();
        document.insert("resultCode".to_owned(), Value::from(code));
        document
    }
}
