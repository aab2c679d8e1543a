//! Refuses a list that comes as a text.
//!
//! The tables of V2 have arrays, its example a text.

use galleria_protocol::Api;
use galleria_protocol::kit::Request;
use serde_json::Value;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::outcome::Refusal;
use crate::seller::Seller;

/// Takes arrays alone in V2.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn objection(&self, _: &Seller, arrived: &Arrived, _: &Request) -> Option<Refusal> {
        let body = arrived.object().unwrap_or_default();
        let text = |name: &&str| body.get(*name).is_some_and(Value::is_string);
        let found = ["orgInfoList", "userList"].iter().any(text);
        (arrived.api == Api::V2 && found).then_some(Refusal::MalformedParameter("orgInfoList"))
    }
}
