//! Refuses calls that name no instance.
//!
//! The tables call `instanceId` mandatory; before an order there is none.

use galleria_protocol::kit::Request;
use serde_json::Value;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::outcome::Refusal;
use crate::seller::Seller;

/// Asks for an instance.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn objection(&self, _: &Seller, arrived: &Arrived, _: &Request) -> Option<Refusal> {
        let body = arrived.object().unwrap_or_default();
        let instance = body
            .get("instanceId")
            .and_then(Value::as_str)
            .unwrap_or_default();
        instance
            .is_empty()
            .then_some(Refusal::MissingParameter("instanceId"))
    }
}
