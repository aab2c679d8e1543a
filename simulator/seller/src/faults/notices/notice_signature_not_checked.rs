//! Takes notices of orders from everybody.
//!
//! The address was added outside the filter that checks signatures.

use crate::Behaviour;
use crate::reading::{self, Received, Unauthentic};
use crate::seller::Seller;

/// Lets everybody notify.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate_v2(&self, seller: &Seller, received: &Received) -> Result<(), Unauthentic> {
        if received.notice {
            return Ok(());
        }
        reading::check(seller.behaviour(), seller, received)
    }
}
