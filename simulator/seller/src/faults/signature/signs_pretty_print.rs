//! Signs a pretty print and sends a compact one.
//!
//! The logged text, indented for people, went into the signing function.

use galleria_protocol::body_sign;
use serde_json::Value;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Signs what the log shows.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, outcome: &Outcome, body: &[u8]) -> Option<String> {
        let key = call.seller.key();
        if !outcome.is_success() {
            return Some(body_sign::header_value(key, body));
        }
        let document: Value = serde_json::from_slice(body).ok()?;
        let signed = serde_json::to_vec_pretty(&document).ok()?;
        Some(body_sign::header_value(key, &signed))
    }
}
