//! Takes the body for the key and the key for the body.
//!
//! Libraries disagree about which comes first, and both are text.

use galleria_protocol::body_sign;

use crate::Behaviour;
use crate::call::Call;
use crate::faults::mac;
use crate::outcome::Outcome;

/// Swaps the arguments.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, outcome: &Outcome, body: &[u8]) -> Option<String> {
        let key = call.seller.key();
        if !outcome.is_success() {
            return Some(body_sign::header_value(key, body));
        }
        let signature = mac::base64(&mac::hmac_sha256(body, key.expose().as_bytes()));
        Some(mac::header(&signature))
    }
}
