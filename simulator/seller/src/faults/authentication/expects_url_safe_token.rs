//! Compares with a token in the URL-safe alphabet of Base64, with `-` and `_`.
//!
//! A token in four has neither `+` nor `/`, so that the debug step passes sometimes and orders fail by
//! chance.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Writes the token that it computes in another alphabet.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let params = Params::parse(query, Reading::Form);
        let digest = STANDARD.decode(token::sign(key, &params));
        let expected = digest.map(|digest| URL_SAFE.encode(digest)).ok();
        if expected.as_deref() == params.get(token::PARAMETER) {
            Ok(Reading::Form)
        } else {
            Err(TokenError::Mismatch)
        }
    }
}
