//! Cannot count to a thousand.
//!
//! The quantity is kept in a column of two digits: the first customers were small.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Has narrow columns.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let amount = call.params.get("amount").unwrap_or_default();
        (amount.len() > 2).then_some(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "out of range value",
        })
    }
}
