//! Refuses every real order.
//!
//! The debug step's calls are answered from the call alone and succeed; real ones need a tenant
//! service that nobody has set up.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Takes no order.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        _call: &Call,
        request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let purchase = matches!(request, Request::NewInstance(_));
        purchase.then_some(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "the tenant service cannot be reached",
        })
    }
}
