//! Takes a caught notice of an order again.
//!
//! Only the base interfaces write nonces down.

use crate::Behaviour;
use crate::reading::{self, Received, Unauthentic};
use crate::seller::Seller;

/// Remembers no nonce of a notice.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate_v2(&self, seller: &Seller, received: &Received) -> Result<(), Unauthentic> {
        match reading::check(seller.behaviour(), seller, received) {
            Err(Unauthentic::Replayed) if received.notice => Ok(()),
            checked => checked,
        }
    }
}
