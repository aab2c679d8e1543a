//! Takes a nonce again behind a renewal.
//!
//! The nonces are kept in the cache of orders, which a renewal fills anew. V2 alone.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::Behaviour;
use crate::faults::notes::Notes;
use crate::reading::{self, Received, Unauthentic};
use crate::seller::Seller;

/// Keeps nonces where they are swept.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<BTreeSet<String>>);

impl Behaviour for Behaves {
    fn authenticate_v2(&self, seller: &Seller, received: &Received) -> Result<(), Unauthentic> {
        let found = reading::check(self, seller, received);
        let name = b"refreshInstance";
        if found.is_ok() && received.body.windows(name.len()).any(|part| part == name) {
            self.0.open().clear();
        }
        found
    }

    fn is_first_use(&self, _seller: &Seller, nonce: &str, _at: DateTime<Utc>) -> bool {
        self.0.open().insert(nonce.to_owned())
    }
}
