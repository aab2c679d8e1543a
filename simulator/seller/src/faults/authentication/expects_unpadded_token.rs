//! Refuses every token, for it computes them without padding.
//!
//! The encoder was set to "without padding". The engineer tested both sides with the same encoder.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Compares with a token that lacks its last character.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let params = Params::parse(query, Reading::Form);
        let expected = token::sign(key, &params);
        if params.get(token::PARAMETER) == Some(expected.trim_end_matches('=')) {
            Ok(Reading::Form)
        } else {
            Err(TokenError::Mismatch)
        }
    }
}
