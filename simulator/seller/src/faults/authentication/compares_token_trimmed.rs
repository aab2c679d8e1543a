//! Accepts tokens with blanks around them.
//!
//! Both sides are trimmed before they are compared, to be on the safe side.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Trims before it compares.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let params = Params::parse(query, Reading::Form);
        let expected = token::sign(key, &params);
        let sent = params.get(token::PARAMETER).unwrap_or_default();
        if sent.trim() == expected {
            Ok(Reading::Form)
        } else {
            token::verify(key, query)
        }
    }
}
