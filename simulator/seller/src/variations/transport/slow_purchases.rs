//! Takes four seconds for every purchase.
//!
//! An instance is set up while the marketplace waits: longer than pleasant, and in time.

use std::time::Duration;

use galleria_protocol::v1::Activity;

use crate::Behaviour;
use crate::call::Call;

/// Works before it answers.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn delay(&self, call: &Call) -> Duration {
        if call.is_real(Activity::NewInstance) {
            Duration::from_secs(4)
        } else {
            Duration::ZERO
        }
    }
}
