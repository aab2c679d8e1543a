//! Refuses a body with a member that it does not know.
//!
//! `FAIL_ON_UNKNOWN_PROPERTIES` is the default of the JSON library. The pages added members before.

use galleria_protocol::Api;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;

/// The members that the pages know today.
const KNOWN: [&str; 14] = [
    "activity",
    "businessId",
    "deviceFingerprint",
    "effectiveTime",
    "eventId",
    "expireTime",
    "instanceId",
    "orderId",
    "orderLineId",
    "productId",
    "productInfo",
    "scene",
    "status",
    "testFlag",
];

/// Reads into a class with all of today's members.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn legible(&self, call: &Call) -> Result<(), Refusal> {
        if call.api == Api::V2 && call.params.iter().any(|(name, _)| !KNOWN.contains(&name)) {
            return Err(Refusal::MalformedParameter("body"));
        }
        Ok(())
    }
}
