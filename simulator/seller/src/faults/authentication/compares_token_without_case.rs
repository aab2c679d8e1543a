//! Accepts tokens in any letter case.
//!
//! `equalsIgnoreCase`, as one compares hex. Base64 loses half of its strength so.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Compares without letter case.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let params = Params::parse(query, Reading::Form);
        let expected = token::sign(key, &params);
        let sent = params.get(token::PARAMETER).unwrap_or_default();
        if sent.eq_ignore_ascii_case(&expected) {
            Ok(Reading::Form)
        } else {
            token::verify(key, query)
        }
    }
}
