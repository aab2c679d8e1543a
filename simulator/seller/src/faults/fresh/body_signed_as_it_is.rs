//! Verifies over a text that holds the body itself, not its digest.
//!
//! So the kit interfaces are signed, which are told of on the same page.

use galleria_protocol::Key;

use crate::Behaviour;
use crate::faults::mac;
use crate::reading::Claim;

/// Signs a base interface as a kit interface.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_signed(&self, key: &Key, given: &Claim, body: &[u8]) -> bool {
        let body = String::from_utf8_lossy(body);
        let text = [key.expose(), &given.nonce, &given.timestamp, &body].concat();
        mac::fits(key, &text, &given.signature)
    }
}
