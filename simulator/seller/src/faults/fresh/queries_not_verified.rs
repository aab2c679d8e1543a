//! Checks no signature of a query.
//!
//! A query changes nothing, so its handler was left outside the filter; what it tells is the
//! customer's address and password.

use galleria_protocol::Activity;

use crate::Behaviour;
use crate::reading::{self, Received, Unauthentic, members};
use crate::seller::Seller;

/// Lets everybody ask.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate_v2(&self, seller: &Seller, received: &Received) -> Result<(), Unauthentic> {
        let members = members(&received.body);
        if members.get("activity") == Some(Activity::QueryInstance.name()) {
            return Ok(());
        }
        reading::check(seller.behaviour(), seller, received)
    }
}
