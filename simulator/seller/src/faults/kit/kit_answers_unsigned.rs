//! Does not sign its answers (V1).
//!
//! The example of one page shows no header.

use galleria_protocol::Key;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;

/// Leaves the header out.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn body_sign(&self, _: &Key, _: &Arrived, _: &[u8]) -> Option<String> {
        None
    }
}
