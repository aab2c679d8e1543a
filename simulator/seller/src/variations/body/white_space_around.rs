//! Puts white space around the JSON, and signs it too.
//!
//! A template writes the answer, and the template has its own line ends.

use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::reply::ascii_json;

/// Leaves room.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn render(&self, _call: &Call, _outcome: &Outcome, document: &Map<String, Value>) -> Vec<u8> {
        [b"\r\n\t ", ascii_json(document).as_slice(), b" \t\r\n  "].concat()
    }
}
