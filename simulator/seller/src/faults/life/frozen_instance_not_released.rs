//! Refuses the release of a frozen instance.
//!
//! The state machine leads from frozen back to normal, and from there to the end.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;
use galleria_protocol::{Activity, Api};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Wants the freeze lifted first.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let frozen = instance.is_some_and(|instance| instance.condition.frozen);
        let frozen = frozen && call.api == Api::V1;
        (frozen && call.activity == Some(Activity::ReleaseInstance)).then_some(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "illegal state",
        })
    }
}
