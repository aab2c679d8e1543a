//! Refuses to delete what it never had.
//!
//! The engineer took a deletion that finds nothing for a mistake of the caller.

use galleria_protocol::code;

use crate::kit::KitBehaviour;
use crate::outcome::Refusal;

/// Complains.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn unknown_deletion(&self) -> Result<(), Refusal> {
        Err(Refusal::Declined {
            code: code::INVALID_PARAMETER,
            message: "there is no such record",
        })
    }
}
