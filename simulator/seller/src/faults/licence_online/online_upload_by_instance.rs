//! Uploads a licence under the instance, not under the event.
//!
//! The path was filled with the id that the seller has at hand.

use galleria_protocol::v2::request::GetLicenseAsync;

use crate::Behaviour;
use crate::licence::LicenceBehaviour;

/// Mistakes the id.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn event(&self, application: &GetLicenseAsync) -> String {
        application.instance_id.clone()
    }
}
