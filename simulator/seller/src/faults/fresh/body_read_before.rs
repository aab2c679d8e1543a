//! Verifies over an empty body.
//!
//! The request's stream gives its bytes once, and a filter that writes the log has read them.

use galleria_protocol::{Key, query_signature};

use crate::Behaviour;
use crate::reading::Claim;

/// Finds nothing left to read.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_signed(&self, key: &Key, given: &Claim, _: &[u8]) -> bool {
        let right = query_signature::sign(key, &given.nonce, &given.timestamp, b"");
        right.eq_ignore_ascii_case(&given.signature)
    }
}
