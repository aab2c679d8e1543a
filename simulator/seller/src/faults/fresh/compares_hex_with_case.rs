//! Compares the hex of signatures letter for letter.
//!
//! `equals` where the sample has `equalsIgnoreCase`; the call that the engineer tried had small letters.

use galleria_protocol::{Key, query_signature};

use crate::Behaviour;
use crate::reading::Claim;

/// Wants small letters.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_signed(&self, key: &Key, given: &Claim, body: &[u8]) -> bool {
        query_signature::sign(key, &given.nonce, &given.timestamp, body) == given.signature
    }
}
