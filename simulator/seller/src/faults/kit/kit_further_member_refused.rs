//! Refuses a member that it does not know.
//!
//! Strict mappers fail on unknown properties, and the platform may add some.

use galleria_protocol::kit::Request;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::outcome::Refusal;
use crate::seller::Seller;

/// Knows the tables alone.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn objection(&self, _: &Seller, arrived: &Arrived, request: &Request) -> Option<Refusal> {
        let known = request.to_json(arrived.api);
        let body = arrived.object().unwrap_or_default();
        let further = body
            .keys()
            .any(|name| !known.contains_key(name) && *name != "parentCode");
        further.then_some(Refusal::MalformedParameter("body"))
    }
}
