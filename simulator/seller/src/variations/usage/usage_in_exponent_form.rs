//! Tells usage in exponent form.
//!
//! Java's and .NET's numbers write themselves so from some size on.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::reply::ascii_json;

/// Counts in powers of ten.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn render(&self, _call: &Call, _outcome: &Outcome, document: &Map<String, Value>) -> Vec<u8> {
        let json = String::from_utf8(ascii_json(document)).unwrap_or_default();
        json.replace("\"usageValue\":12.5", "\"usageValue\":1.25E1")
            .into_bytes()
    }
}
