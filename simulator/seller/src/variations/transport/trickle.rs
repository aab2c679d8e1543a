//! Sends its answers a few bytes at a time.
//!
//! A slow line, in time all the same.

use std::time::Duration;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::wire::Wire;

/// Rests between pieces of forty bytes.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn wire(&self, _call: &Call, _outcome: &Outcome) -> Wire {
        Wire::Trickle {
            bytes: 40,
            every: Duration::from_millis(2),
        }
    }
}
