//! Verifies over the plain SHA-256 of the body, not its HMAC.
//!
//! As public code of sellers does: the other digest of the formula was taken for a hash as well.

use galleria_protocol::Key;
use sha2::{Digest, Sha256};

use crate::Behaviour;
use crate::faults::mac;
use crate::reading::Claim;

/// Hashes the body without the key.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_signed(&self, key: &Key, given: &Claim, body: &[u8]) -> bool {
        let digest = mac::hex(&Sha256::digest(body));
        let text = [key.expose(), &given.nonce, &given.timestamp, &digest].concat();
        mac::fits(key, &text, &given.signature)
    }
}
