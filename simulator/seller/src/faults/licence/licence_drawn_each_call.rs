//! Draws a licence for every call.
//!
//! The generator is called while the answer is written, and nothing is stored.

use crate::Behaviour;
use crate::call::Call;
use crate::store::Instance;

/// Keeps no licence.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licence(&self, call: &Call, _instance: &Instance) -> String {
        hex::encode(call.seller.random().bytes::<16>())
    }
}
