//! Takes no more than 100 accounts in a call.
//!
//! The engineer carried the limit of the instance query over to the accounts.

use galleria_protocol::kit::Request;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::outcome::Refusal;
use crate::seller::Seller;

/// Counts.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn objection(&self, _: &Seller, _: &Arrived, request: &Request) -> Option<Refusal> {
        match request {
            Request::Auth(auth) if auth.users.len() > 100 => {
                Some(Refusal::MalformedParameter("userList"))
            }
            _ => None,
        }
    }
}
