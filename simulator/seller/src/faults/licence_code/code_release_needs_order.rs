//! Refuses the release of a licence code that names no order.
//!
//! It was tried with refunds, which have one; the end of the retention period has none.

use galleria_protocol::v1::request::Request;
use galleria_protocol::{Activity, Family};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Books each release on its order.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let coded = call.family == Family::LicenceCode;
        let order = call.params.get("orderId").unwrap_or_default();
        (coded && call.is_real(Activity::ReleaseInstance) && order.is_empty())
            .then_some(Refusal::MissingParameter("orderId"))
    }
}
