//! Answers in HTTP/1.0 without a length.
//!
//! The end of the connection is the end of the body, as it was before 1997.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::wire::Wire;

/// Closes where the body ends.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn wire(&self, _call: &Call, _outcome: &Outcome) -> Wire {
        Wire::CloseDelimited
    }
}
