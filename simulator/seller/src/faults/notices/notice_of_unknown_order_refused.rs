//! Refuses the notice of an order by which no instance was made.
//!
//! The notice is looked up among what was bought; but it is the first that is heard of an order.

use galleria_protocol::code;
use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v2::request::OrderNotify;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::{Handled, Refusal};

/// Knows no order of which there was no purchase.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn notice(&self, call: &Call, notice: &OrderNotify, _known: bool) -> Handled {
        let bought = call.seller.store().instances();
        let mut bought = bought.iter();
        if call.test || bought.any(|instance| instance.order_id == notice.order_id) {
            return Ok(Answer::success());
        }
        Err(Refusal::Declined {
            code: code::INVALID_PARAMETER,
            message: "the order does not exist",
        })
    }
}
