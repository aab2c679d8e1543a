//! Answers that it does not know notices of orders.
//!
//! The handler knows the scenes of an instance's life alone.

use galleria_protocol::Activity;

use crate::Behaviour;

/// Knows no notices.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn has(&self, activity: Activity) -> bool {
        activity != Activity::OrderNotify
    }
}
