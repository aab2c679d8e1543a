//! Takes five levels of departments at the most.
//!
//! A path of five columns was thought to be enough.

use galleria_protocol::kit::Request;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::outcome::Refusal;
use crate::seller::Seller;

/// Counts the levels.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn objection(&self, _: &Seller, _: &Arrived, request: &Request) -> Option<Refusal> {
        let Request::AllOrg(all) = request else {
            return None;
        };
        let parent = |code: &str| {
            let known = all.departments.iter().find(|known| known.code == code);
            known.and_then(|known| known.parent.as_deref())
        };
        let depth = |code: &str| {
            std::iter::successors(Some(code), |code| parent(code))
                .take(9)
                .count()
        };
        let deep = all.departments.iter().any(|known| depth(&known.code) > 6);
        deep.then_some(Refusal::MalformedParameter("parentCode"))
    }
}
