//! Takes no call that is more than ten seconds old.
//!
//! The calls that the engineer tried came at once. Behind a queue of retries, or where clocks differ, they
//! do not.

use crate::Behaviour;

/// Compares with a window of its own.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_fresh(&self, age: i64) -> bool {
        age.abs() <= 10_000
    }
}
