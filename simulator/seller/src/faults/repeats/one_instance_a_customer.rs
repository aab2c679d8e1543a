//! Gives all orders of a customer one instance.
//!
//! The customer is a tenant, a tenant is looked up by the customer's id, and a second order finds
//! the first one's tenant.

use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::call::Call;
use crate::store::OrderKey;

/// Knows orders by their customer.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn order_key(&self, _call: &Call, purchase: &NewInstance) -> OrderKey {
        OrderKey(purchase.customer_id.clone())
    }
}
