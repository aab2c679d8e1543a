//! Takes the same call any number of times.
//!
//! The pages say that nonces can be cached, and nobody did.

use chrono::{DateTime, Utc};

use crate::Behaviour;
use crate::seller::Seller;

/// Remembers no nonce.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_first_use(&self, _: &Seller, _: &str, _: DateTime<Utc>) -> bool {
        true
    }
}
