//! Sends the same member twice.
//!
//! The text is put together by hand, and both the scene and the common part write the message.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::call::Call;
use crate::outcome::Outcome;
use crate::{Behaviour, reply};

/// Writes `resultMsg` a second time.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn render(&self, call: &Call, outcome: &Outcome, document: &Map<String, Value>) -> Vec<u8> {
        let json = reply::ascii_json(document);
        if !call.is_real(Activity::ReleaseInstance) || !outcome.is_success() {
            return json;
        }
        let json = String::from_utf8_lossy(&json).into_owned();
        json.replacen('{', "{\"resultMsg\":\"ok\",", 1).into_bytes()
    }
}
