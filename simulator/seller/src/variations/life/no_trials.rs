//! Offers no trials.
//!
//! A product without trials is never asked for one; it refuses what it does not sell.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Refuses purchases on trial.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        (call.params.get("trialFlag") == Some("1")).then_some(Refusal::Declined {
            code: code::NO_RESOURCE,
            message: "the product has no trials",
        })
    }
}
