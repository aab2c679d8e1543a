//! Takes a second for every answer.
//!
//! Slow, but far from the limit.

use std::time::Duration;

use crate::Behaviour;
use crate::call::Call;

/// Waits a second.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn delay(&self, _call: &Call) -> Duration {
        Duration::from_secs(1)
    }
}
