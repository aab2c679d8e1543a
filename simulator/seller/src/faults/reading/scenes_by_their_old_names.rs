//! Knows the scenes of V2 by the names of V1 alone.
//!
//! `instanceStatus` and `upgrade` were taken over with their handlers; V2 calls them otherwise.

use galleria_protocol::{Activity, Api};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// Knows neither updateInstanceStatus nor upgradeInstance.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn legible(&self, call: &Call) -> Result<(), Refusal> {
        match (call.api, call.activity) {
            (Api::V2, Some(Activity::InstanceStatus | Activity::Upgrade)) => {
                Err(Refusal::UnknownActivity)
            }
            _ => Ok(()),
        }
    }
}
