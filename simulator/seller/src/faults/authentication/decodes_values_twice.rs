//! Decodes each value twice before it verifies the token.
//!
//! The framework has decoded already; the engineer reads "decode the values" and does it again. A
//! plus sign becomes a blank, and the token fits no more.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Decodes what is decoded.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let reading = token::verify(key, query)?;
        let params = Params::parse(query, reading);
        // A second decoding changes just these two characters.
        let unchanged =
            |(name, value): (&str, &str)| name == token::PARAMETER || !value.contains(['+', '%']);
        if params.iter().all(unchanged) {
            Ok(reading)
        } else {
            Err(TokenError::Mismatch)
        }
    }
}
