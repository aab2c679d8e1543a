//! Refuses to turn a trial into a formal instance.
//!
//! Renewals are for paying customers, and a trial has no paid period to add to.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Never heard of trials.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let over_v1 = call.params.get("trialToFormal");
        let converts = over_v1.is_some_and(|to| !to.is_empty())
            || call.params.get("scene") == Some("TRIAL_TO_FORMAL");
        converts.then_some(Refusal::Declined {
            code: code::INVALID_PARAMETER,
            message: "a trial cannot be renewed",
        })
    }
}
