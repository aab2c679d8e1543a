//! Verifies over the body as its own library would write it.
//!
//! The framework hands over an object, and the check turns it into JSON again. Compact and sorted, as the
//! platform writes today, the two are the same.

use galleria_protocol::{Key, query_signature};
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::reading::Claim;

/// Writes the body again, in the order in which it came.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_signed(&self, key: &Key, given: &Claim, body: &[u8]) -> bool {
        let members: Map<String, Value> = serde_json::from_slice(body).unwrap_or_default();
        let written = Value::from(members).to_string();
        let right = query_signature::sign(key, &given.nonce, &given.timestamp, written.as_bytes());
        right.eq_ignore_ascii_case(&given.signature)
    }
}
