//! Checks no signature of a call that lacks its timestamp.
//!
//! `if (timestamp != null) verify(...)`: written against a null pointer, and open to everybody who leaves
//! the timestamp out.

use crate::Behaviour;
use crate::reading::{self, Received, Unauthentic};
use crate::seller::Seller;

/// Trusts calls without a timestamp.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate_v2(&self, seller: &Seller, received: &Received) -> Result<(), Unauthentic> {
        if !received.query.contains("timestamp=") {
            return Ok(());
        }
        reading::check(seller.behaviour(), seller, received)
    }
}
