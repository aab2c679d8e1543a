//! Checks tokens and signs answers with the key of another product.
//!
//! The key was copied from the line above in the seller centre.

use galleria_protocol::params::Reading;
use galleria_protocol::token::TokenError;
use galleria_protocol::{Api, Key, body_sign, token};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;

/// Has the wrong key.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

fn other() -> Key {
    Key::new("obviously-fake-key-of-another-product")
}

impl Behaviour for Behaves {
    fn authenticate(&self, _: &Key, query: &str) -> Result<Reading, TokenError> {
        token::verify(&other(), query)
    }

    fn body_sign(&self, call: &Call, _: &Outcome, body: &[u8]) -> Option<String> {
        (call.api == Api::V1).then(|| body_sign::header_value(&other(), body))
    }
}
