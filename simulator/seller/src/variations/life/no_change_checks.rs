//! Has no changeInstanceCheck.
//!
//! The scene is optional, came in 2025, and its products cannot be changed.

use galleria_protocol::Activity;

use crate::Behaviour;

/// Knows the other scenes.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn has(&self, activity: Activity) -> bool {
        activity != Activity::ChangeInstanceCheck
    }
}
