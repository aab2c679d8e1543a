//! Sends the signature alone as the value of Body-Sign.
//!
//! The engineer reads "the header holds the signature of the body" and does just that.

use galleria_protocol::body_sign;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Writes Base64 and nothing else.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, outcome: &Outcome, body: &[u8]) -> Option<String> {
        let key = call.seller.key();
        if !outcome.is_success() {
            return Some(body_sign::header_value(key, body));
        }
        Some(body_sign::signature(key, body))
    }
}
