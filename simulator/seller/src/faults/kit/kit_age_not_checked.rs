//! Takes a V2 call of any age.
//!
//! The timestamp is part of the signature, and the engineer thought that to be all.

use crate::kit::KitBehaviour;

/// Takes every age.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn is_fresh(&self, _: i64) -> bool {
        true
    }
}
