//! Has ten instances to sell, and no more.
//!
//! Licences were bought from somebody else, and each is sold once.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Runs out for good.
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
        (is_new && sold.len() >= 10).then_some(Refusal::Declined {
            code: code::NO_RESOURCE,
            message: "all licences are sold",
        })
    }
}
