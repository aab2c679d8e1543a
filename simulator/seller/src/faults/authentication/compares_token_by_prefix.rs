//! Accepts the beginning of the right token.
//!
//! `expected.startsWith(token)`, written to be lenient with a lost `=`. Eight characters are
//! enough.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Compares as far as the token sent goes.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let params = Params::parse(query, Reading::Form);
        let expected = token::sign(key, &params);
        let sent = params.get(token::PARAMETER).unwrap_or_default();
        if sent.len() >= 8 && expected.starts_with(sent) {
            Ok(Reading::Form)
        } else {
            token::verify(key, query)
        }
    }
}
