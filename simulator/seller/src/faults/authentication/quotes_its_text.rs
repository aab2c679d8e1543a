//! Refuses every token and quotes the text that it signed itself, in the order sent.
//!
//! The text to sign is put together from the request's parameters as the framework lists them, and
//! shown in the answer while the interface is being debugged.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};
use serde_json::{Map, Value};

use crate::Behaviour;
use crate::call::Call;
use crate::faults::mac;
use crate::outcome::Outcome;

/// Signs parameters in the order sent.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let params = Params::parse(query, Reading::Form);
        let key = format!(
            "{}{}",
            key.expose(),
            params.get("timeStamp").unwrap_or_default()
        );
        let computed = mac::base64(&mac::hmac_sha256(
            key.as_bytes(),
            unsorted(&params).as_bytes(),
        ));
        if params.get(token::PARAMETER) == Some(computed.as_str()) {
            Ok(Reading::Form)
        } else {
            Err(TokenError::Mismatch)
        }
    }

    fn document(&self, call: &Call, outcome: &Outcome) -> Map<String, Value> {
        let mut document = outcome.answer.to_json();
        if outcome.is_unauthenticated() {
            document.insert("signed".to_owned(), unsorted(&call.params).into());
        }
        document
    }
}

/// The text to sign, but for its order.
fn unsorted(params: &Params) -> String {
    let others = params.iter().filter(|(name, _)| *name != token::PARAMETER);
    let pairs: Vec<_> = others
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    pairs.join("&")
}
