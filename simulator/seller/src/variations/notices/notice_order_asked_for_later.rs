//! Takes notice of an order and asks for it by a job of its own.
//!
//! No page says when the order is to be asked for.

use galleria_protocol::Activity;
use galleria_protocol::v2::order::OrderQuery;

use crate::Behaviour;
use crate::behaviour::Reference;
use crate::call::Call;

/// Does not ask while it answers.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn order_query(&self, call: &Call) -> Option<OrderQuery> {
        if call.activity == Some(Activity::OrderNotify) {
            return None;
        }
        Reference.order_query(call)
    }
}
