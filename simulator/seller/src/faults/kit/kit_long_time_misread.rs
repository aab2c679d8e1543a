//! Reads the time of a call as 14 digits.
//!
//! The time has milliseconds behind the seconds; the pattern of the base interfaces was copied without them.

use galleria_protocol::kit::Request;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::outcome::Refusal;
use crate::seller::Seller;

/// Refuses 17 digits.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn objection(&self, _: &Seller, arrived: &Arrived, _: &Request) -> Option<Refusal> {
        let body = arrived.object().unwrap_or_default();
        let time = ["timeStamp", "currentSyncTime"]
            .iter()
            .find_map(|name| body.get(*name)?.as_str());
        let short = time.is_some_and(|time| time.len() == 14);
        (!short).then_some(Refusal::MalformedParameter("timeStamp"))
    }
}
