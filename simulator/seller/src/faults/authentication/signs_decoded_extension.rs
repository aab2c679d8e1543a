//! Computes the token over the extension parameters as JSON, not as the Base64 that came.
//!
//! The class that the call is read into decodes them, and is signed afterwards.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Signs what was decoded.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let mut params = Params::parse(query, Reading::Form);
        let sent = params.remove(token::PARAMETER);
        let decoded = params
            .get("saasExtendParams")
            .and_then(|text| STANDARD.decode(text).ok())
            .and_then(|bytes| String::from_utf8(bytes).ok());
        if let Some(json) = decoded {
            params.set("saasExtendParams", json);
        }
        if sent == Some(token::sign(key, &params)) {
            Ok(Reading::Form)
        } else {
            Err(TokenError::Mismatch)
        }
    }
}
