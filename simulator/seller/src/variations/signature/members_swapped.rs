//! Puts the signature before its type in Body-Sign.
//!
//! The pages print the type first and say nothing of an order.

use galleria_protocol::body_sign;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Writes the pairs the other way round.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, _outcome: &Outcome, body: &[u8]) -> Option<String> {
        let signature = body_sign::signature(call.seller.key(), body);
        Some(format!(
            "signature=\"{signature}\", sign_type=\"HMAC-SHA256\""
        ))
    }
}
