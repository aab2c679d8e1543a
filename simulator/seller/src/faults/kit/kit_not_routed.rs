//! Has no kit at its address.
//!
//! The kit was mounted at the root of the host, not below the production address.

use crate::kit::KitBehaviour;

/// Answers 404.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn is_served(&self) -> bool {
        false
    }
}
