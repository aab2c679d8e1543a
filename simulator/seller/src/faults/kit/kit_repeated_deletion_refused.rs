//! Refuses to delete a second time.
//!
//! The row is marked as deleted, and no query finds it any more.

use galleria_protocol::code;

use crate::kit::KitBehaviour;
use crate::outcome::Refusal;

/// Complains.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn repeated_deletion(&self) -> Result<(), Refusal> {
        Err(Refusal::Declined {
            code: code::INVALID_PARAMETER,
            message: "it was deleted before",
        })
    }
}
