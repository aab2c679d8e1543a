//! Signs with HMAC-SHA1 and says HMAC-SHA256.
//!
//! The function came from another marketplace's sample; only the label was changed.

use galleria_protocol::body_sign;

use crate::Behaviour;
use crate::call::Call;
use crate::faults::mac;
use crate::outcome::Outcome;

/// Takes the older hash.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, outcome: &Outcome, body: &[u8]) -> Option<String> {
        let key = call.seller.key();
        if !outcome.is_success() {
            return Some(body_sign::header_value(key, body));
        }
        let signature = mac::base64(&mac::hmac_sha1(key.expose().as_bytes(), body));
        Some(mac::header(&signature))
    }
}
