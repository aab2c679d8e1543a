//! Answers notices of orders with the text `success`.
//!
//! A callback, it seemed, needs no more.

use galleria_protocol::Activity;
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::reply::ascii_json;

/// Answers in plain text.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn render(&self, call: &Call, outcome: &Outcome, document: &Map<String, Value>) -> Vec<u8> {
        if call.activity == Some(Activity::OrderNotify) && outcome.is_success() {
            return b"success".to_vec();
        }
        ascii_json(document)
    }
}
