//! Refuses tokens that cover an empty value.
//!
//! The vendor's sample for POST bodies skips blank values; the sample for GET keeps them. This
//! seller copied the first.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Leaves empty values out of the text to sign.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let reading = token::verify(key, query)?;
        let params = Params::parse(query, reading);
        if params.iter().all(|(_, value)| !value.is_empty()) {
            Ok(reading)
        } else {
            Err(TokenError::Mismatch)
        }
    }
}
