//! Refuses tokens over values with characters beyond ASCII.
//!
//! `getBytes()` without a charset, in a container whose locale is POSIX: every Chinese character
//! becomes a question mark before the HMAC.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Turns other characters into question marks before it verifies.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let reading = token::verify(key, query)?;
        let params = Params::parse(query, reading);
        if params.iter().all(|(_, value)| value.is_ascii()) {
            Ok(reading)
        } else {
            Err(TokenError::Mismatch)
        }
    }
}
