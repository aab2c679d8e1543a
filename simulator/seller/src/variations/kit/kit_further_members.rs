//! Answers kit calls with members of its own.
//!
//! The platform reads what it knows.

use galleria_protocol::v1::answer::Answer;
use serde_json::Value;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::kit::Object;

/// Adds one.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn document(&self, _: &Arrived, answer: &Answer) -> Object {
        let mut document = answer.to_json();
        document.insert("traceId".to_owned(), Value::from("a-1"));
        document
    }
}
