//! Verifies over the body with its members sorted, and over nothing else.
//!
//! As the vendor's sample does with its TreeMap. A body whose members stand otherwise is refused, though its
//! bytes were signed.

use std::collections::BTreeMap;

use galleria_protocol::{Key, query_signature};
use serde_json::Value;

use crate::Behaviour;
use crate::reading::Claim;

/// Sorts before it signs.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_signed(&self, key: &Key, given: &Claim, body: &[u8]) -> bool {
        let members: BTreeMap<String, Value> = serde_json::from_slice(body).unwrap_or_default();
        let sorted = serde_json::to_string(&members).unwrap_or_default();
        let right = query_signature::sign(key, &given.nonce, &given.timestamp, sorted.as_bytes());
        right.eq_ignore_ascii_case(&given.signature)
    }
}
