//! Has no upgrades.
//!
//! The scene is optional: a product without specifications to choose from never gets such a call.

use galleria_protocol::v1::Activity;

use crate::Behaviour;

/// Does not know the activity.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn has(&self, activity: Activity) -> bool {
        activity != Activity::Upgrade
    }
}
