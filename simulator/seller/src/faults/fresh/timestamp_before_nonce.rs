//! Verifies over a text in which the timestamp stands before the nonce.
//!
//! The parameters stand so in the address, and the text was put together from them.

use galleria_protocol::{Key, query_signature};

use crate::Behaviour;
use crate::faults::mac;
use crate::reading::Claim;

/// Swaps two parts of the text.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_signed(&self, key: &Key, given: &Claim, body: &[u8]) -> bool {
        let digest = query_signature::body_digest(key, body);
        let text = [key.expose(), &given.timestamp, &given.nonce, &digest].concat();
        mac::fits(key, &text, &given.signature)
    }
}
