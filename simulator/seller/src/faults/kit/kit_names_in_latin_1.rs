//! Reads the body as Latin-1.
//!
//! The servlet container's default, where no charset is told: names in Chinese are no longer what was signed.

use galleria_protocol::Key;
use galleria_protocol::kit::token;
use galleria_protocol::kit_signature;
use galleria_protocol::signed_call::Claim;
use serde_json::Value;

use crate::kit::KitBehaviour;
use crate::kit::Object;

/// Reads each byte as a letter.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn is_token_right(&self, key: &Key, body: &Object, header: Option<&str>) -> bool {
        let wide: String = Value::from(body.clone())
            .to_string()
            .bytes()
            .map(char::from)
            .collect();
        let body: Object = serde_json::from_str(&wide).unwrap_or_default();
        token::verify(key, &body, header).is_ok()
    }

    fn is_signed(&self, key: &Key, claim: &Claim, body: &[u8]) -> bool {
        let text: String = body.iter().map(|byte| char::from(*byte)).collect();
        kit_signature::fitting_form(key, claim, text.as_bytes()).is_some()
    }
}
