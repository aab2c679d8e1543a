//! Refuses to release an instance that has not expired.
//!
//! The state machine leads from frozen to released only; a customer who unsubscribes skips a step.

use galleria_protocol::code;
use galleria_protocol::v1::Activity;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Insists on expiry first.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let active = instance.is_some_and(|instance| instance.condition.is_usable());
        (call.activity == Some(Activity::ReleaseInstance) && active).then_some(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "the instance is in use",
        })
    }
}
