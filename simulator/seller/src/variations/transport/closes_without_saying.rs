//! Closes the connection after every answer, without saying so.
//!
//! Servers with a short patience for idle connections look like this to whoever keeps them.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::wire::Wire;

/// Hangs up behind the answer.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn wire(&self, _call: &Call, _outcome: &Outcome) -> Wire {
        Wire::CloseUnsaid
    }
}
