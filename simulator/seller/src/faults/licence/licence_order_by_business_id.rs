//! Takes the business id for the order.
//!
//! Every call has another, so that each repeat is an order of its own.

use crate::Behaviour;
use crate::call::Call;
use crate::handling::order_key;
use crate::store::OrderKey;
use galleria_protocol::Family;
use galleria_protocol::v1::request::NewInstance;

/// Knows orders by their calls.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn order_key(&self, call: &Call, purchase: &NewInstance) -> OrderKey {
        match call.family {
            Family::OldLicence => OrderKey(purchase.business_id.clone()),
            _ => order_key(call, purchase),
        }
    }
}
