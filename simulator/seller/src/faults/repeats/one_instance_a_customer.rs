//! Gives all orders of a customer one instance.
//!
//! The customer is a tenant, a tenant is looked up by the customer's id, and a second order finds
//! the first one's tenant.

use galleria_protocol::Api;
use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::order_key;
use crate::store::OrderKey;

/// Knows orders by their customer.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn order_key(&self, call: &Call, purchase: &NewInstance) -> OrderKey {
        match call.api {
            Api::V1 => OrderKey(purchase.customer_id.clone()),
            // A V2 purchase names no customer.
            Api::V2 => order_key(call, purchase),
        }
    }
}
