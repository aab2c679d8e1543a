//! Refuses every token and quotes the one that it computed itself, without timeStamp in the key.
//!
//! The engineer read the page on Body-Sign and not the one on authToken, and put both tokens into
//! the message to find out why they differ.

use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::v1::answer::Answer;
use galleria_protocol::{Key, token};

use crate::Behaviour;
use crate::call::Call;
use crate::faults::mac;
use crate::outcome::Refusal;

/// Signs with the access key alone.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let params = Params::parse(query, Reading::Form);
        if params.get(token::PARAMETER) == Some(computed(key, &params).as_str()) {
            Ok(Reading::Form)
        } else {
            Err(TokenError::Mismatch)
        }
    }

    fn refusal(&self, call: &Call, refusal: &Refusal) -> Answer {
        let message = match refusal {
            Refusal::Unauthenticated(_) => {
                let computed = computed(call.seller.key(), &call.params);
                format!("authToken differs, computed: {computed}")
            }
            _ => refusal.to_string(),
        };
        Answer::refusal(refusal.code(), message)
    }
}

fn computed(key: &Key, params: &Params) -> String {
    let text = token::string_to_sign(params);
    mac::base64(&mac::hmac_sha256(key.expose().as_bytes(), text.as_bytes()))
}
