//! Refuses a department without one above it.
//!
//! The column `parentCode` was made not null; a top department sends it empty.

use galleria_protocol::kit::Request;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::outcome::Refusal;
use crate::seller::Seller;

/// Asks for a parent.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn objection(&self, _: &Seller, _: &Arrived, request: &Request) -> Option<Refusal> {
        let Request::SingleOrg(single) = request else {
            return None;
        };
        let parent = single.department.parent.as_deref().unwrap_or_default();
        parent
            .is_empty()
            .then_some(Refusal::MissingParameter("parentCode"))
    }
}
