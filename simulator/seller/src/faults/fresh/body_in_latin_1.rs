//! Turns the body into text as Latin-1 before it is signed.
//!
//! The content type says `charset=utf8`, which the server does not know, and its default is
//! ISO-8859-1. Bodies without Chinese pass.

use galleria_protocol::{Key, query_signature};

use crate::Behaviour;
use crate::reading::Claim;

/// Takes each byte for a character.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_signed(&self, key: &Key, given: &Claim, body: &[u8]) -> bool {
        let text: String = body.iter().copied().map(char::from).collect();
        let right = query_signature::sign(key, &given.nonce, &given.timestamp, text.as_bytes());
        right.eq_ignore_ascii_case(&given.signature)
    }
}
