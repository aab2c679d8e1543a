//! Expects the signature of the address in Base64.
//!
//! V1's token and V1's Body-Sign are Base64, and the helper that makes them was taken over.

use galleria_protocol::{Key, query_signature};

use crate::Behaviour;
use crate::faults::mac;
use crate::reading::Claim;

/// Writes the right digest in the other way.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_signed(&self, key: &Key, given: &Claim, body: &[u8]) -> bool {
        let right = query_signature::sign(key, &given.nonce, &given.timestamp, body);
        let digest = hex::decode(right).unwrap_or_default();
        mac::base64(&digest) == given.signature
    }
}
