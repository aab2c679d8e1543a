//! Lets a licence code hold from before its order.
//!
//! The start of the contract was taken, not that of the order.

use crate::Behaviour;
use crate::licence::LicenceBehaviour;
use crate::seller::Seller;

/// Tells too early a time.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn effect_time(&self, _seller: &Seller) -> String {
        "20200101000000".to_owned()
    }
}
