//! Takes any token of forty-four characters.
//!
//! A validation annotation stands where a verification should: the field has the right size.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Measures the token.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let params = Params::parse(query, Reading::Form);
        match params.get(token::PARAMETER) {
            Some(token) if token.len() == 44 => Ok(Reading::Form),
            _ => token::verify(key, query),
        }
    }
}
