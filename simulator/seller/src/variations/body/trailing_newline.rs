//! Ends the body with a line end, and signs it too.
//!
//! White space around JSON is part of JSON, and part of the signed bytes.

use serde_json::{Map, Value};

use crate::call::Call;
use crate::outcome::Outcome;
use crate::{Behaviour, reply};

/// Adds a line end before it signs.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn render(&self, _call: &Call, _outcome: &Outcome, document: &Map<String, Value>) -> Vec<u8> {
        let mut json = reply::ascii_json(document);
        json.push(b'\n');
        json
    }
}
