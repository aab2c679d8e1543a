//! Checks no signature of a call that lacks its nonce.
//!
//! `if (nonce != null) verify(...)`: written against a null pointer, and open to everybody who leaves
//! the nonce out.

use crate::Behaviour;
use crate::reading::{self, Received, Unauthentic};
use crate::seller::Seller;

/// Trusts calls without a nonce.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate_v2(&self, seller: &Seller, received: &Received) -> Result<(), Unauthentic> {
        if !received.query.contains("nonce=") {
            return Ok(());
        }
        reading::check(seller.behaviour(), seller, received)
    }
}
