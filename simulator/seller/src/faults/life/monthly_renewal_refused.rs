//! Refuses a renewal by the month.
//!
//! What was bought by the year is renewed by the year, thinks the price list.

use galleria_protocol::code;
use galleria_protocol::v1::Activity;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Renews years only.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        (call.activity == Some(Activity::RefreshInstance)
            && call.params.get("periodType") == Some("month"))
        .then_some(Refusal::Declined {
            code: code::INVALID_PARAMETER,
            message: "the period is unknown",
        })
    }
}
