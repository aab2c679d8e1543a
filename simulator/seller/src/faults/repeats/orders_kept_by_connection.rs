//! Knows an order only on the connection that it came over.
//!
//! Orders are kept in the session, which a framework ties to the connection. A retry over the same
//! connection is recognised; after a lost answer it comes over another one.

use galleria_protocol::Api;
use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::call::Call;
use crate::handling;
use crate::store::OrderKey;

/// Looks orders up in the session.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn order_key(&self, call: &Call, purchase: &NewInstance) -> OrderKey {
        let key = handling::order_key(call, purchase);
        match call.api {
            Api::V1 => OrderKey(format!("{}, connection {}", key.0, call.connection)),
            // Each call of V2 has a connection of its own: this would be another fault.
            Api::V2 => key,
        }
    }
}
