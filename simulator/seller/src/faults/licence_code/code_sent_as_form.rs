//! Sends licence codes as a form type.
//!
//! The HTTP client was left at its default.

use crate::Behaviour;
use crate::licence::LicenceBehaviour;

/// Names another type.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn code_type(&self) -> &'static str {
        "application/x-www-form-urlencoded"
    }
}
