//! Gives no licence without an end.
//!
//! 000902 is answered to whoever tells none, also where the product was bought once and for all.

use galleria_protocol::v2::request::GetLicenseAsync;

use crate::Behaviour;
use crate::call::Call;
use crate::licence::LicenceBehaviour;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Knows licences that end alone.
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
        application
            .expire_time
            .is_none()
            .then_some(Refusal::Declined {
                code: "000902",
                message: "an end is needed",
            })
    }
}
