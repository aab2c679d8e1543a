//! Makes another instance for an order that comes again behind an upgrade.
//!
//! The order is looked up together with the product that it bought, and the upgrade has put
//! another product there.

use std::collections::BTreeSet;

use galleria_protocol::v1::request::{NewInstance, Request};

use crate::Behaviour;
use crate::call::Call;
use crate::faults::notes::Notes;
use crate::handling::order_key;
use crate::outcome::Refusal;
use crate::store::{Instance, OrderKey};

/// Knows orders by what was bought.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<BTreeSet<String>>);

impl Behaviour for Behaves {
    fn objection(
        &self,
        _call: &Call,
        request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let instance = instance.filter(|_| matches!(request, Request::Upgrade(_)))?;
        self.0.open().insert(instance.order_id.clone());
        None
    }

    fn order_key(&self, call: &Call, purchase: &NewInstance) -> OrderKey {
        let key = order_key(call, purchase);
        if self.0.open().contains(&purchase.order_id) {
            return OrderKey(format!("{}, another product", key.0));
        }
        key
    }
}
