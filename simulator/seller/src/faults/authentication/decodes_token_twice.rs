//! Decodes the token that the framework has decoded already: its `+` becomes a blank.
//!
//! Every second token has none, so that the debug step passes sometimes and orders fail by chance.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Finds no token with a `+` right.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let reading = token::verify(key, query)?;
        let params = Params::parse(query, reading);
        let token = params.get(token::PARAMETER).unwrap_or_default();
        if token.contains('+') {
            return Err(TokenError::Mismatch);
        }
        Ok(reading)
    }
}
