//! Verifies a V2 signature over the bytes, and where it does not fit over the sorted form.
//!
//! The body as the vendor's sample would write it: read, sorted by name, compact.

use std::collections::BTreeMap;

use galleria_protocol::{Key, query_signature};
use serde_json::Value;

use crate::Behaviour;
use crate::reading::Signature;

/// Tries two forms.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_signed(&self, key: &Key, given: &Signature, body: &[u8]) -> bool {
        let members: BTreeMap<String, Value> = serde_json::from_slice(body).unwrap_or_default();
        let sorted = serde_json::to_vec(&members).unwrap_or_default();
        [body, &sorted].into_iter().any(|body| {
            let right = query_signature::sign(key, &given.nonce, &given.timestamp, body);
            right.eq_ignore_ascii_case(&given.signature)
        })
    }
}
