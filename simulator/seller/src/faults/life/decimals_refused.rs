//! Cannot read an amount with decimals.
//!
//! The amount is parsed as a whole number: the first product had a round price.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Counts whole yuan.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let amount = call.params.get("orderAmount").unwrap_or_default();
        amount.contains('.').then_some(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "for input string",
        })
    }
}
