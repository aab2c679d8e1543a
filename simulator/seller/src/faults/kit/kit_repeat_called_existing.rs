//! Answers what it has already with an error.
//!
//! A unique index guards the table, and its exception becomes the answer.

use galleria_protocol::code;

use crate::kit::KitBehaviour;
use crate::outcome::Refusal;

/// Complains.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn repeated_addition(&self) -> Result<(), Refusal> {
        Err(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "it exists already",
        })
    }
}
