//! Sends text after the JSON object.
//!
//! A debugging line of the script, or the footer of a template, ends up behind the answer.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::call::Call;
use crate::outcome::Outcome;
use crate::{Behaviour, reply};

/// Adds a line of its own.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn render(&self, call: &Call, outcome: &Outcome, document: &Map<String, Value>) -> Vec<u8> {
        let json = reply::ascii_json(document);
        if !call.is_real(Activity::ReleaseInstance) || !outcome.is_success() {
            return json;
        }
        [json.as_slice(), b"\n<!-- 12 ms -->"].concat()
    }
}
