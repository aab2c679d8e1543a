//! Computes the token over the values as they are encoded in the URL.
//!
//! The raw query was at hand, already in the form `name=value&`. It fits until a value holds a
//! character that URLs escape.

use galleria_protocol::{token, Key};
use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;

use crate::Behaviour;

/// Does not decode before it verifies.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let raw = query.split('&').filter_map(|pair| pair.split_once('='));
        let raw: Params = raw.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let sent = Params::parse(query, Reading::Form);
        if sent.get(token::PARAMETER) == Some(token::sign(key, &raw).as_str()) {
            Ok(Reading::Form)
        } else {
            token::verify(key, query).and(Err(TokenError::Mismatch))
        }
    }
}
