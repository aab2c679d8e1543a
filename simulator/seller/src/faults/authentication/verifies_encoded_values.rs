//! Computes the token over the values as they are encoded in the URL.
//!
//! The raw query was at hand, already in the form `name=value&`. It fits until a value holds a
//! character that URLs escape.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Does not decode before it verifies.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let reading = token::verify(key, query)?;
        let raw = query.split('&').filter_map(|pair| pair.split_once('='));
        let raw: Params = raw
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let params = Params::parse(query, reading);
        if params.get(token::PARAMETER) == Some(token::sign(key, &raw).as_str()) {
            Ok(reading)
        } else {
            Err(TokenError::Mismatch)
        }
    }
}
