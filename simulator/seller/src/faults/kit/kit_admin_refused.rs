//! Knows no role but `user`.
//!
//! The engineer's enumeration was made from the first example.

use galleria_protocol::kit::Request;
use galleria_protocol::kit::request::Role;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::outcome::Refusal;
use crate::seller::Seller;

/// Refuses administrators.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn objection(&self, _: &Seller, _: &Arrived, request: &Request) -> Option<Refusal> {
        let Request::Auth(auth) = request else {
            return None;
        };
        let admin = auth.users.iter().any(|user| user.role == Role::Admin);
        admin.then_some(Refusal::MalformedParameter("role"))
    }
}
