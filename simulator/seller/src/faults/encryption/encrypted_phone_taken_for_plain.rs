//! Refuses a purchase whose phone number is encrypted.
//!
//! The number is checked against a pattern of digits before it is decrypted, or instead.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Expects digits.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let phone = call.params.get("mobilePhone").unwrap_or_default();
        phone
            .contains(|c: char| !c.is_ascii_digit())
            .then_some(Refusal::Declined {
                code: code::INVALID_PARAMETER,
                message: "the mobile number is not a number",
            })
    }
}
