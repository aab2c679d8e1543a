//! Accepts calls to which an unknown parameter was added after signing.
//!
//! To be lenient with new parameters, a token that does not fit is tried again without the
//! parameters that the seller does not know.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;
use crate::faults::parameters;

/// Verifies a second time without unknown parameters.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let verified = token::verify(key, query);
        if verified != Err(TokenError::Mismatch) {
            return verified;
        }
        let params = Params::parse(query, Reading::Form);
        let known: Params = params
            .iter()
            .filter(|(name, _)| parameters::is_known(name))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        token::verify(key, &known.to_query())
    }
}
