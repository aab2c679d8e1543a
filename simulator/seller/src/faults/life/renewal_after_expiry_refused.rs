//! Refuses to renew an expired instance.
//!
//! The state machine leads from frozen to released only.

use galleria_protocol::v1::request::Request;
use galleria_protocol::{Activity, Api, code};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Takes expiry for the end.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        // V2 tells an expiry as a freeze.
        let ended = |instance: &Instance| match call.api {
            Api::V1 => instance.condition.expired,
            Api::V2 => instance.condition.frozen,
        };
        let expired = instance.is_some_and(ended);
        (call.activity == Some(Activity::RefreshInstance) && expired).then_some(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "the instance has expired",
        })
    }
}
