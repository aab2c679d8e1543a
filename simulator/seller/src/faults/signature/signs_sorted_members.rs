//! Signs the members in sorted order and sends them in another.
//!
//! A map is signed and an object is sent: two serialisations of the same answer.

use std::collections::BTreeMap;

use galleria_protocol::body_sign;
use serde_json::Value;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Signs another text than it sends.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, outcome: &Outcome, body: &[u8]) -> Option<String> {
        let key = call.seller.key();
        if !outcome.is_success() {
            return Some(body_sign::header_value(key, body));
        }
        let sorted: BTreeMap<String, Value> = serde_json::from_slice(body).ok()?;
        let signed = serde_json::to_vec(&sorted).ok()?;
        Some(body_sign::header_value(key, &signed))
    }
}
