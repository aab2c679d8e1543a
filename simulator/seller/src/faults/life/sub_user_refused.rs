//! Refuses a purchase that carries a sub-user.
//!
//! The request class is checked for fields that it does not have, and `userId` came to the pages
//! after it was written.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Knows the buyer alone.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        call.params.contains("userId").then_some(Refusal::Declined {
            code: code::INVALID_PARAMETER,
            message: "unrecognized field",
        })
    }
}
