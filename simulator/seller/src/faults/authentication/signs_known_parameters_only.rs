//! Refuses tokens that cover a parameter it does not know.
//!
//! The text to sign is built from the fields of a request class. A parameter that the marketplace
//! added since is in the token but not in the class.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;
use crate::faults::parameters;

/// Verifies over the parameters it has heard of.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let reading = token::verify(key, query)?;
        let params = Params::parse(query, reading);
        if params.iter().all(|(name, _)| parameters::is_known(name)) {
            Ok(reading)
        } else {
            Err(TokenError::Mismatch)
        }
    }
}
