//! Remembers the nonce of the last call and no others.
//!
//! One field where a cache was meant: a call is taken again once another one has come between.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};

use crate::Behaviour;
use crate::seller::Seller;

/// Compares with one nonce.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Mutex<String>);

impl Behaviour for Behaves {
    fn is_first_use(&self, _: &Seller, nonce: &str, _: DateTime<Utc>) -> bool {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = *last == nonce;
        nonce.clone_into(&mut last);
        !known
    }
}
