//! Takes any body under a token that it has seen fit before (V1).
//!
//! A cache of checked tokens saves the computation, and keeps no word of what they were made for.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use galleria_protocol::Key;
use galleria_protocol::kit::token;

use crate::kit::{KitBehaviour, Object};

/// Remembers tokens that fitted.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Mutex<BTreeSet<String>>);

impl KitBehaviour for Behaves {
    fn is_token_right(&self, key: &Key, body: &Object, header: Option<&str>) -> bool {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let given = header.unwrap_or_default();
        if token::verify(key, body, header).is_ok() {
            known.insert(given.to_owned());
        }
        known.contains(given)
    }
}
