//! Checks notices of orders with the key of the base interfaces.
//!
//! The signature is the same, so the same filter was put in front of both, with the one key that was set.

use crate::Behaviour;
use crate::reading::{self, Received, Unauthentic};
use crate::seller::Seller;

/// Takes the other key.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate_v2(&self, seller: &Seller, received: &Received) -> Result<(), Unauthentic> {
        let received = Received {
            notice: false,
            ..received.clone()
        };
        reading::check(seller.behaviour(), seller, &received)
    }
}
