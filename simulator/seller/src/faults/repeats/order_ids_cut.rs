//! Knows orders by the first sixteen characters of their id.
//!
//! The column has sixteen, and the database cuts what is longer without a word.

use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::order_key;
use crate::store::OrderKey;

/// Cuts order ids.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn order_key(&self, call: &Call, purchase: &NewInstance) -> OrderKey {
        let mut cut = purchase.clone();
        cut.order_id = purchase.order_id.chars().take(16).collect();
        order_key(call, &cut)
    }
}
