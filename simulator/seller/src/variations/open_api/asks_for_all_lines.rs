//! Asks for an order without naming a line, and picks the line itself.
//!
//! orderLineId is optional [v2 §7.1].

use galleria_protocol::v2::order::OrderQuery;

use crate::Behaviour;
use crate::call::Call;

/// Leaves the line out.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn order_query(&self, call: &Call) -> Option<OrderQuery> {
        let order = call.params.get("orderId");
        Some(OrderQuery {
            order_id: order.filter(|order| !order.is_empty())?.to_owned(),
            order_line_id: None,
        })
    }
}
