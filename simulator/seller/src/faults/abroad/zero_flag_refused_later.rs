//! Refuses an expiry, an upgrade or a status with `testFlag=0`.
//!
//! The mainland's pages know the flag as 1 or absent, and the classes of these scenes validate it
//! so. The international pages call 0 the default.

use galleria_protocol::v1::Activity;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Takes the flag for malformed where it is there and not 1.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let later = matches!(
            call.activity,
            Some(Activity::ExpireInstance | Activity::Upgrade | Activity::InstanceStatus)
        );
        (later && call.params.contains("testFlag"))
            .then_some(Refusal::MalformedParameter("testFlag"))
    }
}
