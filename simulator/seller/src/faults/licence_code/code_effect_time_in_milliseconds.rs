//! Writes real_effect_time with milliseconds.
//!
//! The time of the calls has them.

use crate::Behaviour;
use crate::licence::LicenceBehaviour;
use crate::seller::Seller;

/// Writes 17 digits.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn effect_time(&self, _seller: &Seller) -> String {
        "20260101000000000".to_owned()
    }
}
