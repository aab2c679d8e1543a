//! Reads the timestamp as seconds.
//!
//! The international page says seconds; all its examples have milliseconds. So every call lies far in
//! the future.

use crate::Behaviour;
use crate::reading::{self, Received, Unauthentic, WINDOW};
use crate::seller::Seller;

/// Compares with the seconds of its clock.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_fresh(&self, age: i64) -> bool {
        // `age` is now less the timestamp, both taken for milliseconds; right only for seconds.
        age > WINDOW
    }

    fn authenticate_v2(&self, seller: &Seller, received: &Received) -> Result<(), Unauthentic> {
        match reading::check(seller.behaviour(), seller, received) {
            Err(Unauthentic::Stale) => Err(Unauthentic::Signature),
            checked => checked,
        }
    }
}
