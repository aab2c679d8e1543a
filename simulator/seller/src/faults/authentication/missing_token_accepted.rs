//! Accepts calls without a token, though it refuses wrong ones.
//!
//! `if (token != null && !valid(token)) refuse();` - the null check was meant to avoid an
//! exception.

use galleria_protocol::params::Reading;
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Checks a token only if one came.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        match token::verify(key, query) {
            Err(TokenError::Missing) => Ok(Reading::Form),
            verified => verified,
        }
    }
}
