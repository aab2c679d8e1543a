//! Cannot read the time of an application for a licence.
//!
//! The parser was written for `yyyyMMddHHmmss`, which all other calls have.

use galleria_protocol::v2::request::GetLicenseAsync;

use crate::Behaviour;
use crate::call::Call;
use crate::licence::LicenceBehaviour;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Reads digits alone.
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
        let digits = application
            .effective_time
            .bytes()
            .all(|byte| byte.is_ascii_digit());
        (!digits).then_some(Refusal::MalformedParameter("effectiveTime"))
    }
}
