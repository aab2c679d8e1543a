//! Leaves out the quotes of Body-Sign.
//!
//! The value is built like a query string; the quotes on the page look like typography.

use galleria_protocol::body_sign;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Writes both values bare.
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
            "sign_type={}, signature={signature}",
            body_sign::SIGN_TYPE
        ))
    }
}
