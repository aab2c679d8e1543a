//! Answers every order with the same licence.
//!
//! The product had one licence, which stands in the configuration.

use crate::Behaviour;
use crate::call::Call;
use crate::store::Instance;

/// Has one licence.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licence(&self, _call: &Call, _instance: &Instance) -> String {
        "5D41-402A-BC4B-2A76".to_owned()
    }
}
