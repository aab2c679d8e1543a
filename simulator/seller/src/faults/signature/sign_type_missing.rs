//! Leaves out `sign_type`.
//!
//! There is but one type, so why say it.

use galleria_protocol::body_sign;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Writes the signature only.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, outcome: &Outcome, body: &[u8]) -> Option<String> {
        let key = call.seller.key();
        if !outcome.is_success() {
            return Some(body_sign::header_value(key, body));
        }
        Some(format!("signature=\"{}\"", body_sign::signature(key, body)))
    }
}
