//! Derives the licence from the business id.
//!
//! The business id was taken for the id of the order, but every call has another.

use crate::Behaviour;
use crate::call::Call;
use crate::store::Instance;

/// Knows a purchase by its call.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licence(&self, call: &Call, _instance: &Instance) -> String {
        let id = call.params.get("businessId").unwrap_or_default();
        format!("LIC-{id}")
    }
}
