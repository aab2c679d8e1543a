//! Sends a plain hash of the body for a signature.
//!
//! "SHA-256 of the body, in Base64": the H of HMAC was overlooked, and anybody could have signed.

use galleria_protocol::body_sign;
use sha2::{Digest, Sha256};

use crate::Behaviour;
use crate::call::Call;
use crate::faults::mac;
use crate::outcome::Outcome;

/// Uses no key.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, outcome: &Outcome, body: &[u8]) -> Option<String> {
        let key = call.seller.key();
        if !outcome.is_success() {
            return Some(body_sign::header_value(key, body));
        }
        Some(mac::header(&mac::base64(&Sha256::digest(body))))
    }
}
