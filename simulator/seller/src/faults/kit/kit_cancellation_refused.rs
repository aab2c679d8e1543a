//! Knows no flag above 2.
//!
//! V2 added 3, the end of an authorisation; the code is from V1.

use galleria_protocol::kit::Flag;
use galleria_protocol::kit::Request;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::outcome::Refusal;
use crate::seller::Seller;

/// Refuses 3.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn objection(&self, _: &Seller, _: &Arrived, request: &Request) -> Option<Refusal> {
        let cancel = request.flag() == Some(Flag::Cancel);
        cancel.then_some(Refusal::MalformedParameter("flag"))
    }
}
