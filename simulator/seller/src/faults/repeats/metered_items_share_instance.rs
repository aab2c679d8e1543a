//! Gives all items of an on-demand order one instance.
//!
//! An order is an order; that an on-demand one comes as several calls is a remark in the pages.

use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::call::Call;
use crate::store::OrderKey;

/// Never looks at the product.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn order_key(&self, _call: &Call, purchase: &NewInstance) -> OrderKey {
        OrderKey(purchase.order_id.clone())
    }
}
