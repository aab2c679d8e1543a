//! Sends the signature of its first answer with every answer.
//!
//! The header is computed once, in a field of a bean that lives as long as the server.

use std::sync::OnceLock;

use galleria_protocol::body_sign;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Signs once.
#[derive(Debug, Default)]
pub(crate) struct Behaves {
    first: OnceLock<String>,
}

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, outcome: &Outcome, body: &[u8]) -> Option<String> {
        let key = call.seller.key();
        if !outcome.is_success() {
            return Some(body_sign::header_value(key, body));
        }
        Some(
            self.first
                .get_or_init(|| body_sign::header_value(key, body))
                .clone(),
        )
    }
}
