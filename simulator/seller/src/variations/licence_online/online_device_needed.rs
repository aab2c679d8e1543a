//! Gives no licence without a device.
//!
//! 000903 says so.

use galleria_protocol::v2::request::GetLicenseAsync;

use crate::Behaviour;
use crate::call::Call;
use crate::licence::LicenceBehaviour;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Binds licences to devices.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn objection(
        &self,
        _call: &Call,
        application: &GetLicenseAsync,
        _instance: &Instance,
    ) -> Option<Refusal> {
        let missing = application.device_fingerprint.is_none();
        missing.then_some(Refusal::Declined {
            code: "000903",
            message: "a device is needed",
        })
    }
}
