//! Fails on a customer name with an emoji.
//!
//! The database's three-byte UTF-8 holds every Chinese character in use, but nothing beyond.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Stores three bytes a character.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let name = call.params.get("customerName").unwrap_or_default();
        name.chars()
            .any(|character| character.len_utf8() > 3)
            .then_some(Refusal::Declined {
                code: code::INTERNAL_ERROR,
                message: "incorrect string value",
            })
    }
}
