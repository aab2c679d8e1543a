//! Refuses a one-time purchase, for it has no end.
//!
//! Every instance has an end in the database, and the column takes no null. One-time purchases
//! carry no `expireTime`.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Insists on an end.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let one_time = call.params.get("chargingMode") == Some("3");
        (one_time && !call.params.contains("expireTime")).then_some(Refusal::Declined {
            code: code::INVALID_PARAMETER,
            message: "the end is missing",
        })
    }
}
