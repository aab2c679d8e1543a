//! Draws another licence whenever an application comes again.
//!
//! Each call makes a new one with a random serial number.

use galleria_protocol::v2::request::GetLicenseAsync;

use crate::Behaviour;
use crate::call::Call;
use crate::licence::LicenceBehaviour;

/// Draws anew.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn text(&self, call: &Call, _application: &GetLicenseAsync) -> String {
        call.seller.random().text::<32>()
    }
}
