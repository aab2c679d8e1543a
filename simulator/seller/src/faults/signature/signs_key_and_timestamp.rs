//! Signs with access key and time stamp together.
//!
//! That is how the call's own token is made, and its code was at hand. Body-Sign takes the key
//! alone.

use galleria_protocol::body_sign;

use crate::Behaviour;
use crate::call::Call;
use crate::faults::mac;
use crate::outcome::Outcome;

/// Takes the token's key for the body.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, outcome: &Outcome, body: &[u8]) -> Option<String> {
        let key = call.seller.key();
        if !outcome.is_success() {
            return Some(body_sign::header_value(key, body));
        }
        let time_stamp = call.params.get("timeStamp").unwrap_or_default();
        let key = format!("{}{time_stamp}", key.expose());
        Some(mac::header(&mac::base64(&mac::hmac_sha256(
            key.as_bytes(),
            body,
        ))))
    }
}
