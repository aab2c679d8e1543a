//! Refuses tokens that cover the amount.
//!
//! The text to sign is built from the fields of a request class that is older than `orderAmount`.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Verifies over the parameters of its first day.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let reading = token::verify(key, query)?;
        if Params::parse(query, reading).contains("orderAmount") {
            Err(TokenError::Mismatch)
        } else {
            Ok(reading)
        }
    }
}
