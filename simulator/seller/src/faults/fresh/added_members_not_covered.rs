//! Takes a signature for right where members were added to the body.
//!
//! The check signs over the class that the body is read into. A member that the class lacks, testFlag
//! here, is lost before the check and works behind it. The bytes as they came are tried first.

use galleria_protocol::{Key, query_signature};
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::reading::Claim;

/// Verifies over the body without its test flag as well.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_signed(&self, key: &Key, given: &Claim, body: &[u8]) -> bool {
        let mut members: Map<String, Value> = serde_json::from_slice(body).unwrap_or_default();
        members.remove("testFlag");
        let class = Value::from(members).to_string();
        [body, class.as_bytes()].into_iter().any(|body| {
            let right = query_signature::sign(key, &given.nonce, &given.timestamp, body);
            right.eq_ignore_ascii_case(&given.signature)
        })
    }
}
