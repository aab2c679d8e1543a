//! Takes V2's kit calls that are ahead of its clock.
//!
//! As the vendor's sample does, which refuses old calls alone.

use crate::kit::KitBehaviour;

/// Looks back only.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn is_fresh(&self, age: i64) -> bool {
        age <= 60_000
    }
}
