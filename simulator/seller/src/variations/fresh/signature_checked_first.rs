//! Checks the V2 signature before it looks at the age of a call.
//!
//! The order of the vendor's sample is another one, and nobody demands it.

use crate::Behaviour;
use crate::reading::{self, Received, Unauthentic};
use crate::seller::Seller;

/// Verifies first and asks for the time afterwards.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate_v2(&self, seller: &Seller, received: &Received) -> Result<(), Unauthentic> {
        let claim = reading::claim(received)?;
        if !self.is_signed(seller.key(), &claim, &received.body) {
            return Err(Unauthentic::Signature);
        }
        reading::check(self, seller, received)
    }
}
