//! Sends an empty signature.
//!
//! The signing function catches its own error, a key that is not configured, and gives back
//! nothing.

use galleria_protocol::body_sign;

use crate::Behaviour;
use crate::call::Call;
use crate::faults::mac;
use crate::outcome::Outcome;

/// Writes `signature=""`.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, outcome: &Outcome, body: &[u8]) -> Option<String> {
        let key = call.seller.key();
        if !outcome.is_success() {
            return Some(body_sign::header_value(key, body));
        }
        Some(mac::header(""))
    }
}
