//! Has three instances to give, and says when all are given.
//!
//! A released instance goes back to the shelf.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Runs out for a while.
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
        let sold = call.seller.store().instances();
        let is_new = sold.iter().all(|had| had.order_id != purchase.order_id);
        let given = sold.iter().filter(|had| !had.condition.released).count();
        (is_new && given >= 3).then_some(Refusal::Declined {
            code: code::NO_RESOURCE,
            message: "all instances are given",
        })
    }
}
