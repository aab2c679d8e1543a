//! Refuses a purchase without the name of the customer.
//!
//! The mainland page calls `customerName` mandatory, the international one optional: a seller that
//! was written for the one site goes on to the other.

use galleria_protocol::v1::request::Request;
use galleria_protocol::{Activity, Api};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Insists on what one page demands.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let name = call.params.get("customerName");
        let nameless = call.api == Api::V1 && name.is_none_or(str::is_empty);
        (call.activity == Some(Activity::NewInstance) && nameless)
            .then_some(Refusal::MissingParameter("customerName"))
    }
}
