//! Puts the body's digest into the text that V2 signs.
//!
//! So do the base interfaces; the kit has the body itself there.

use galleria_protocol::Key;
use galleria_protocol::query_signature;
use galleria_protocol::signed_call::Claim;

use crate::kit::KitBehaviour;

/// Signs as the base interfaces do.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn is_signed(&self, key: &Key, claim: &Claim, body: &[u8]) -> bool {
        query_signature::fitting_form(key, claim, body).is_some()
    }
}
