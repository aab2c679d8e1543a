//! Refuses every token, for it computes them with SHA-1.
//!
//! The signing function of another marketplace, taken over unread.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;
use crate::faults::mac;

/// Computes tokens with HMAC-SHA1.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let params = Params::parse(query, Reading::Form);
        let time_stamp = params.get("timeStamp").unwrap_or_default();
        let text = token::string_to_sign(&params);
        let key = format!("{}{time_stamp}", key.expose());
        let expected = mac::base64(&mac::hmac_sha1(key.as_bytes(), text.as_bytes()));
        if params.get(token::PARAMETER) == Some(expected.as_str()) {
            Ok(Reading::Form)
        } else {
            Err(TokenError::Mismatch)
        }
    }
}
