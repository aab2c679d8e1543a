//! Sorts the members of nested objects too before it checks the signature.
//!
//! A mapper that orders its entries orders them everywhere; the platform orders the top alone.

use galleria_protocol::Key;
use galleria_protocol::kit_signature;
use galleria_protocol::signed_call;
use galleria_protocol::signed_call::Claim;

use crate::kit::KitBehaviour;

/// Sorts throughout.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn is_signed(&self, key: &Key, claim: &Claim, body: &[u8]) -> bool {
        let sorted = signed_call::sorted_throughout(body).unwrap_or_default();
        let made = kit_signature::sign(key, &claim.nonce, &claim.timestamp, sorted.as_bytes());
        made.eq_ignore_ascii_case(&claim.signature)
    }
}
