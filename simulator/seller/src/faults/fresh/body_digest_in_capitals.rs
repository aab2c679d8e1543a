//! Verifies over a text that holds the digest of the body in capitals.
//!
//! `BitConverter.ToString` and `%X` write capitals. For the signature itself case is free, and for what is
//! signed it is not.

use galleria_protocol::{Key, query_signature};

use crate::Behaviour;
use crate::faults::mac;
use crate::reading::Claim;

/// Writes the inner digest in capitals.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_signed(&self, key: &Key, given: &Claim, body: &[u8]) -> bool {
        let digest = query_signature::body_digest(key, body).to_uppercase();
        let text = [key.expose(), &given.nonce, &given.timestamp, &digest].concat();
        mac::fits(key, &text, &given.signature)
    }
}
