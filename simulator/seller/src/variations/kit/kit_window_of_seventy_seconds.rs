//! Takes V2's kit calls for ten seconds longer.
//!
//! The clocks of two machines differ.

use crate::kit::KitBehaviour;

/// Allows for it.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn is_fresh(&self, age: i64) -> bool {
        age.abs() <= 70_000
    }
}
