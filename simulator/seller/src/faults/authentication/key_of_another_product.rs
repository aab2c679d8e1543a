//! Checks tokens with the key of another product.
//!
//! The setting was copied from the product before, and answers are signed by another service that
//! has the right one.

use galleria_protocol::params::Reading;
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Computes every token with another key.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, _: &Key, query: &str) -> Result<Reading, TokenError> {
        token::verify(&Key::new("obviously-fake-key-of-another-product"), query)
    }
}
