//! Takes any token, as long as there is one.
//!
//! The check was switched off to get through the debug step and never switched on again. Only the
//! framework still insists that the parameter be there.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Asks for a token and does not look at it.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let params = Params::parse(query, Reading::Form);
        match params.get(token::PARAMETER) {
            Some(token) if !token.is_empty() => Ok(Reading::Form),
            _ => token::verify(key, query),
        }
    }
}
