//! Sends a Chinese message in GBK.
//!
//! The server's default charset is that of a Chinese Windows, and nobody names another where the
//! text becomes bytes. The signature is over those bytes, so it fits.

use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::call::Call;
use crate::outcome::Outcome;
use crate::{Behaviour, reply};

/// Writes the message of a release in GBK.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn render(&self, call: &Call, outcome: &Outcome, document: &Map<String, Value>) -> Vec<u8> {
        if call.is_real(Activity::ReleaseInstance) && outcome.is_success() {
            // 0xb3c9 0xb9a6: the word "success", two characters of GBK.
            b"{\"resultCode\":\"000000\",\"resultMsg\":\"\xb3\xc9\xb9\xa6\"}".to_vec()
        } else {
            reply::ascii_json(document)
        }
    }
}
