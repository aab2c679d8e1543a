//! Sends an array that holds the answer.
//!
//! The service layer answers lists, and the web layer serialises what it is given.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::call::Call;
use crate::outcome::Outcome;
use crate::{Behaviour, reply};

/// Puts the object into an array.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn render(&self, call: &Call, outcome: &Outcome, document: &Map<String, Value>) -> Vec<u8> {
        let json = reply::ascii_json(document);
        if !call.is_real(Activity::ReleaseInstance) || !outcome.is_success() {
            return json;
        }
        [b"[", json.as_slice(), b"]"].concat()
    }
}
