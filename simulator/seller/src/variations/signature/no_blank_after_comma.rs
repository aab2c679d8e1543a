//! Puts no blank after the comma of Body-Sign.
//!
//! Sellers in production do so.

use galleria_protocol::body_sign;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Writes the two values side by side.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, _outcome: &Outcome, body: &[u8]) -> Option<String> {
        let signature = body_sign::signature(call.seller.key(), body);
        Some(format!(
            "sign_type=\"HMAC-SHA256\",signature=\"{signature}\""
        ))
    }
}
