//! Writes the signature in hex.
//!
//! Most HMAC examples on the web print hex. The page asks for Base64.

use galleria_protocol::body_sign;

use crate::Behaviour;
use crate::call::Call;
use crate::faults::mac;
use crate::outcome::Outcome;

/// Writes the right bytes in the wrong alphabet.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, outcome: &Outcome, body: &[u8]) -> Option<String> {
        let key = call.seller.key();
        if !outcome.is_success() {
            return Some(body_sign::header_value(key, body));
        }
        let mac = mac::hmac_sha256(key.expose().as_bytes(), body);
        Some(mac::header(&hex::encode(mac)))
    }
}
