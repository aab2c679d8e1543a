//! Opens the body with a byte order mark.
//!
//! The answer comes from a template file that a Windows editor saved as "UTF-8 with BOM". Strict
//! JSON readers stop at the first byte.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::call::Call;
use crate::outcome::Outcome;
use crate::{Behaviour, reply};

/// Puts the mark before the answer to a release, and signs it.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn render(&self, call: &Call, outcome: &Outcome, document: &Map<String, Value>) -> Vec<u8> {
        let json = reply::ascii_json(document);
        if call.is_real(Activity::ReleaseInstance) && outcome.is_success() {
            ["\u{feff}".as_bytes(), &json].concat()
        } else {
            json
        }
    }
}
