//! Refuses a renewal with a negative amount.
//!
//! An amount is validated to be zero or more. The cancellation of a renewal carries what is paid
//! back.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Insists on amounts of zero or more.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        call.params
            .get("orderAmount")
            .is_some_and(|amount| amount.starts_with('-'))
            .then_some(Refusal::Declined {
                code: code::INVALID_PARAMETER,
                message: "the amount is negative",
            })
    }
}
