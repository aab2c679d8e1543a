//! Sells its product once to each customer, and says so with 000103.
//!
//! The mainland's table has that code, already purchased; the international one does not.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Takes one order a customer and says so.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let Request::NewInstance(purchase) = request else {
            return None;
        };
        let known = call.seller.store().instances();
        let other = |had: &Instance| {
            had.customer_id == purchase.customer_id && had.order_id != purchase.order_id
        };
        known.iter().any(other).then_some(Refusal::Declined {
            code: code::ALREADY_PURCHASED,
            message: "the customer has bought already",
        })
    }
}
