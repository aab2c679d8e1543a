//! Makes the licence behind the answer.
//!
//! A job makes it; until it has, the answer's member is empty.

use crate::Behaviour;
use crate::call::Call;
use crate::store::Instance;

/// Has no licence yet.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licence(&self, _call: &Call, _instance: &Instance) -> String {
        String::new()
    }
}
