//! Verifies over a text without the access key.
//!
//! The key was taken for the HMAC's alone, but it stands in the text too.

use galleria_protocol::{Key, query_signature};

use crate::Behaviour;
use crate::faults::mac;
use crate::reading::Claim;

/// Leaves the key out of the text.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_signed(&self, key: &Key, given: &Claim, body: &[u8]) -> bool {
        let digest = query_signature::body_digest(key, body);
        let text = [&*given.nonce, &given.timestamp, &digest].concat();
        mac::fits(key, &text, &given.signature)
    }
}
