//! Verifies a V2 signature over the bytes of the body and over nothing else.
//!
//! They are what was signed. Whether the sorted form may stand for them the pages leave open.

use galleria_protocol::{Key, query_signature};

use crate::Behaviour;
use crate::reading::Claim;

/// Tries one form.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_signed(&self, key: &Key, given: &Claim, body: &[u8]) -> bool {
        let right = query_signature::sign(key, &given.nonce, &given.timestamp, body);
        right.eq_ignore_ascii_case(&given.signature)
    }
}
