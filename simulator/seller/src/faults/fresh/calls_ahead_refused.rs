//! Takes no call that is ahead of its own clock.
//!
//! `0 <= now - timestamp`: nothing comes from the future, but clocks differ.

use crate::Behaviour;
use crate::reading::WINDOW;

/// Wants the two clocks in step.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_fresh(&self, age: i64) -> bool {
        (0..=WINDOW).contains(&age)
    }
}
