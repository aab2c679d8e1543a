//! Tells usage without a decimal point.
//!
//! A count of calls has no decimals.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::reply::ascii_json;

/// Counts pieces.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn render(&self, _call: &Call, _outcome: &Outcome, document: &Map<String, Value>) -> Vec<u8> {
        let json = String::from_utf8(ascii_json(document)).unwrap_or_default();
        json.replace("\"usageValue\":12.5", "\"usageValue\":12")
            .into_bytes()
    }
}
