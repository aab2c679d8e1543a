//! Writes the signature in URL-safe Base64 without padding.
//!
//! Java has three Base64 encoders; this one is for links.

use galleria_protocol::body_sign;

use crate::Behaviour;
use crate::call::Call;
use crate::faults::mac;
use crate::outcome::Outcome;

/// Takes the encoder for URLs.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, outcome: &Outcome, body: &[u8]) -> Option<String> {
        let key = call.seller.key();
        if !outcome.is_success() {
            return Some(body_sign::header_value(key, body));
        }
        let signature = body_sign::signature(key, body);
        let signature = signature.replace('+', "-").replace('/', "_");
        Some(mac::header(signature.trim_end_matches('=')))
    }
}
