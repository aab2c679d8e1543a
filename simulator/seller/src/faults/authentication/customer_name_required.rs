//! Refuses a purchase without the name of the customer.
//!
//! One page calls `customerName` mandatory, another optional; it is not always sent.

use galleria_protocol::code;
use galleria_protocol::v1::Activity;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Insists on an optional parameter.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        (call.activity == Some(Activity::NewInstance) && !call.params.contains("customerName"))
            .then_some(Refusal::Declined {
                code: code::INVALID_PARAMETER,
                message: "the customer name is missing",
            })
    }
}
