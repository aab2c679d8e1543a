//! Pushes usage of every instance, also of those paid by the year.
//!
//! The metering service counts what all of them use, and nobody filters.

use crate::Behaviour;
use crate::call::Call;

/// Tells of all.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_usage_told(&self, _call: &Call) -> bool {
        true
    }
}
