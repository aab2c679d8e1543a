//! Puts a running number into the licence.
//!
//! The number of issue is counted while the answer is written.

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app::licence;
use crate::store::Instance;

/// Counts what it issues.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licence(&self, call: &Call, instance: &Instance) -> String {
        format!("{}-{}", licence(call, instance), call.number)
    }
}
