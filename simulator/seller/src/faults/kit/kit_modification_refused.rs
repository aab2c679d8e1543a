//! Knows no flag but 0 and 1.
//!
//! Delete and add are in every table; that 2 is in some of them was overlooked.

use galleria_protocol::kit::Flag;
use galleria_protocol::kit::Request;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::outcome::Refusal;
use crate::seller::Seller;

/// Refuses 2.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn objection(&self, _: &Seller, _: &Arrived, request: &Request) -> Option<Refusal> {
        let modify = request.flag() == Some(Flag::Modify);
        modify.then_some(Refusal::MalformedParameter("flag"))
    }
}
