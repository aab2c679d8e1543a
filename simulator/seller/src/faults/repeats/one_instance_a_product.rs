//! Gives a customer one instance of each product, however often it is bought.
//!
//! The table's key is customer and product, and the second order finds the row of the first.

use galleria_protocol::Api;
use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::order_key;
use crate::store::OrderKey;

/// Knows orders by their customer and product.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn order_key(&self, call: &Call, purchase: &NewInstance) -> OrderKey {
        match call.api {
            Api::V1 => {
                let product = call.params.get("productId").unwrap_or_default();
                OrderKey(format!("{} {product}", purchase.customer_id))
            }
            // A V2 purchase names no customer.
            Api::V2 => order_key(call, purchase),
        }
    }
}
