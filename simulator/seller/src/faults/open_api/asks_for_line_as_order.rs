//! Asks for an order by the id of its line.
//!
//! The call tells both, and the longer one looked like the more exact one.

use galleria_protocol::v2::order::OrderQuery;

use crate::Behaviour;
use crate::call::Call;

/// Sends the line as the order.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn order_query(&self, call: &Call) -> Option<OrderQuery> {
        let line = call.params.get("orderLineId");
        Some(OrderQuery {
            order_id: line.filter(|line| !line.is_empty())?.to_owned(),
            order_line_id: None,
        })
    }
}
