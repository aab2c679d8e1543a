//! Knows the scenes by the names of V1 alone.
//!
//! `instanceStatus` and `upgrade` were taken over with their handlers; V2 calls them otherwise.

use galleria_protocol::Activity;

use crate::Behaviour;

/// Knows neither updateInstanceStatus nor upgradeInstance.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn has(&self, activity: Activity) -> bool {
        !matches!(activity, Activity::InstanceStatus | Activity::Upgrade)
    }
}
