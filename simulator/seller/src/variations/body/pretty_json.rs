//! Sends JSON with line ends and indents.
//!
//! A setting meant for people. The signature is over the text as it is sent.

use serde_json::{Map, Value};

use crate::call::Call;
use crate::outcome::Outcome;
use crate::{Behaviour, reply};

/// Indents.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn render(&self, _call: &Call, _outcome: &Outcome, document: &Map<String, Value>) -> Vec<u8> {
        let json = serde_json::to_string_pretty(document).expect("JSON can always be written");
        reply::escape(&json)
    }
}
