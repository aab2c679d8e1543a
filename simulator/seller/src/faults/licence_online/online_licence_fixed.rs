//! Uploads one licence for all instances.
//!
//! It stands in the configuration.

use galleria_protocol::v2::request::GetLicenseAsync;

use crate::Behaviour;
use crate::call::Call;
use crate::licence::LicenceBehaviour;

/// Has one licence.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn text(&self, _call: &Call, _application: &GetLicenseAsync) -> String {
        "LICENCE-OF-EVERYBODY".to_owned()
    }
}
