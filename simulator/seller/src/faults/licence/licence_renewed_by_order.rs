//! Looks for the licence of a renewal by its order.
//!
//! The order of a renewal is its own, and no licence has it.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;
use galleria_protocol::v1::request::Request;
use galleria_protocol::{Activity, Family};

/// Knows licences by their order.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let licence = call.family == Family::OldLicence;
        let order = call.params.get("orderId");
        (licence
            && call.is_real(Activity::RefreshInstance)
            && instance.is_some_and(|held| order != Some(held.order_id.as_str())))
        .then_some(Refusal::UnknownInstance)
    }
}
