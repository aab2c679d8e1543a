//! Writes `\/` for every slash.
//!
//! PHP's `json_encode` does so by default.

use serde_json::{Map, Value};

use crate::call::Call;
use crate::outcome::Outcome;
use crate::{Behaviour, reply};

/// Escapes slashes.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn render(&self, _call: &Call, _outcome: &Outcome, document: &Map<String, Value>) -> Vec<u8> {
        let json = reply::ascii_json(document);
        String::from_utf8_lossy(&json)
            .replace('/', "\\/")
            .into_bytes()
    }
}
