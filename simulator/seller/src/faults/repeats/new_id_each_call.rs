//! Makes a new instance for every call of an order.
//!
//! The engineer took `businessId` for the key of an order. It is new in every call, so a repeat
//! looks like another purchase: two instances, and the customer sees whichever came last.

use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::call::Call;
use crate::store::OrderKey;

/// Knows orders by their business id.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn order_key(&self, _call: &Call, purchase: &NewInstance) -> OrderKey {
        OrderKey(purchase.business_id.clone())
    }
}
