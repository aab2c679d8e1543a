//! Gives all lines of an order one instance.
//!
//! Orders are looked up by orderId. The line, which V2 added, was taken for decoration.

use galleria_protocol::Api;
use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::order_key;
use crate::store::OrderKey;

/// Knows V2 orders by their id alone.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn order_key(&self, call: &Call, purchase: &NewInstance) -> OrderKey {
        match call.api {
            Api::V1 => order_key(call, purchase),
            Api::V2 => OrderKey(purchase.order_id.clone()),
        }
    }
}
