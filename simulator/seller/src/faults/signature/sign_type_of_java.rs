//! Calls the type `HmacSHA256`.
//!
//! That is the name of the algorithm in Java, and the constant was at hand.

use galleria_protocol::body_sign;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Writes the name of the library.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, outcome: &Outcome, body: &[u8]) -> Option<String> {
        let key = call.seller.key();
        if !outcome.is_success() {
            return Some(body_sign::header_value(key, body));
        }
        let signature = body_sign::signature(key, body);
        Some(format!(
            "sign_type=\"HmacSHA256\", signature=\"{signature}\""
        ))
    }
}
