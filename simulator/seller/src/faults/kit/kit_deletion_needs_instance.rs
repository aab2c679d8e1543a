//! Looks up the instance before it deletes.
//!
//! One check of the instance for every call. Once the instance is gone its enterprise stays for ever.

use galleria_protocol::kit::Flag;
use galleria_protocol::kit::Request;
use serde_json::Value;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::outcome::Refusal;
use crate::seller::Seller;

/// Asks the store.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn objection(&self, seller: &Seller, arrived: &Arrived, request: &Request) -> Option<Refusal> {
        let body = arrived.object().unwrap_or_default();
        let instance = body
            .get("instanceId")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let unknown = !instance.is_empty() && seller.store().find(instance).is_none();
        (request.flag() == Some(Flag::Delete) && unknown).then_some(Refusal::UnknownInstance)
    }
}
