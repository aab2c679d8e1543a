//! Refuses a renewal without a product id.
//!
//! The new term is looked up by the product, which need not be named.

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;
use galleria_protocol::v1::request::Request;
use galleria_protocol::{Activity, Family};

/// Looks up the product.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let licence = call.family == Family::OldLicence;
        let product = call.params.get("productId").unwrap_or_default();
        (licence && call.is_real(Activity::RefreshInstance) && product.is_empty())
            .then_some(Refusal::MissingParameter("productId"))
    }
}
