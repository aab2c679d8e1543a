//! Signs refusals with an empty key.
//!
//! The key is looked up for the caller after the token is checked; a refusal comes before that,
//! and the variable is still empty.

use galleria_protocol::{Key, body_sign};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Signs refusals with nothing.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn body_sign(&self, call: &Call, outcome: &Outcome, body: &[u8]) -> Option<String> {
        let empty = Key::new("");
        let key = if outcome.is_success() {
            call.seller.key()
        } else {
            &empty
        };
        Some(body_sign::header_value(key, body))
    }
}
