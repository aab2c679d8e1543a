//! Knows an order only on the connection that it came over.
//!
//! Orders are kept in the session, which a framework ties to the connection. A retry over the same
//! connection is recognised; after a lost answer it comes over another one.

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
        let key = handling::order_key(purchase).0;
        OrderKey(format!("{key}, connection {}", call.connection))
    }
}
