//! Answers a licence of 4 KiB.
//!
//! It holds a certificate; no page limits the length.

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app::licence;
use crate::store::Instance;

/// Writes much.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licence(&self, call: &Call, instance: &Instance) -> String {
        licence(call, instance).repeat(142)
    }
}
