//! Writes real_effect_time as ISO 8601.
//!
//! The library writes moments so.

use crate::Behaviour;
use crate::licence::LicenceBehaviour;
use crate::seller::Seller;

/// Writes another form.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn effect_time(&self, _seller: &Seller) -> String {
        "2026-01-01T00:00:00Z".to_owned()
    }
}
