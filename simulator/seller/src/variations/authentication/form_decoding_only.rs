//! Reads the query as a form, and in no other way.
//!
//! That is how every framework reads it, and how the marketplace writes it.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Takes the token that fits the form.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let mut params = Params::parse(query, Reading::Form);
        let given = params.remove(token::PARAMETER).ok_or(TokenError::Missing)?;
        if token::sign(key, &params) == given {
            Ok(Reading::Form)
        } else {
            Err(TokenError::Mismatch)
        }
    }
}
