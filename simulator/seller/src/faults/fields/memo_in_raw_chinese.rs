//! Sends the memo in raw Chinese.
//!
//! The JSON library writes UTF-8, as JSON allows. The page wants escapes in this one member.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Does not escape.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn render(&self, _call: &Call, _outcome: &Outcome, document: &Map<String, Value>) -> Vec<u8> {
        Value::from(document.clone()).to_string().into_bytes()
    }
}
