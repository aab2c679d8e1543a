//! Refuses a release that tells an amount.
//!
//! The request class of the scene has no such field, and further ones are errors.

use galleria_protocol::code;
use galleria_protocol::v1::Activity;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Wants no money back.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        (call.activity == Some(Activity::ReleaseInstance) && call.params.contains("orderAmount"))
            .then_some(Refusal::Declined {
                code: code::INVALID_PARAMETER,
                message: "unrecognized field",
            })
    }
}
