//! Refuses nonces that have not 32 characters.
//!
//! The last example of the pages has 32, and the column was made for it. Other examples have 16 or 64.

use crate::Behaviour;
use crate::reading::{self, Received, Unauthentic};
use crate::seller::Seller;

/// Knows the length of one example.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate_v2(&self, seller: &Seller, received: &Received) -> Result<(), Unauthentic> {
        let claim = reading::claim(received)?;
        if claim.nonce.len() != 32 {
            return Err(Unauthentic::Parameter("nonce"));
        }
        reading::check(seller.behaviour(), seller, received)
    }
}
