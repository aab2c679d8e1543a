//! Refuses the renewal of a licence code whose product id is empty.
//!
//! A product that is named is looked up, and none has no name.

use galleria_protocol::v1::request::Request;
use galleria_protocol::{Activity, Family};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Looks up an empty product.
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
        let empty = call.params.get("productId") == Some("");
        (coded && call.is_real(Activity::RefreshInstance) && empty)
            .then_some(Refusal::MalformedParameter("productId"))
    }
}
