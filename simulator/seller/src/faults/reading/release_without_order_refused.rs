//! Refuses a V2 release that names no order.
//!
//! One class for all scenes, in which the order is mandatory. Only a refund's release has one.

use galleria_protocol::{Activity, Api};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Wants an order in every scene but the query.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn legible(&self, call: &Call) -> Result<(), Refusal> {
        let release = call.activity == Some(Activity::ReleaseInstance) && call.api == Api::V2;
        if release && !call.params.contains("orderLineId") {
            return Err(Refusal::MissingParameter("orderLineId"));
        }
        Ok(())
    }
}
