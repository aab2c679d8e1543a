//! Takes every licence code without a call of the marketplace.
//!
//! The code was checked by its form alone.

use crate::Behaviour;
use crate::licence::{CodeCall, LicenceBehaviour};
use crate::seller::Seller;

/// Calls nobody.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn code_calls(&self, _seller: &Seller, _code: &str) -> Vec<CodeCall> {
        Vec::new()
    }
}
