//! The nonces of V2 requests, so that none is taken twice [v2 §2].

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// How long a nonce is remembered: twice the window in which its timestamp is fresh.
const MEMORY: TimeDelta = TimeDelta::seconds(120);

/// So many are kept before those are looked for that can be forgotten.
const ROOM: usize = 1024;

/// The nonces that were used.
#[derive(Debug, Default)]
pub struct Nonces(Mutex<Used>);

#[derive(Debug, Default)]
struct Used {
    /// Each with its moment.
    nonces: BTreeMap<String, DateTime<Utc>>,
    /// How many there were when the old ones were forgotten.
    left: usize,
}

impl Nonces {
    /// Whether `nonce` was not used within the last two minutes; it is used now.
    pub fn is_first_use(&self, nonce: &str, at: DateTime<Utc>) -> bool {
        let mut used = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        used.forget(at);
        let before = used.nonces.insert(nonce.to_owned(), at);
        before.is_none_or(|then| at.signed_duration_since(then) > MEMORY)
    }
}

impl Used {
    /// Forgets the old ones once there are twice as many as were left the last time: to look through all
    /// of them at each call would take ever longer.
    fn forget(&mut self, at: DateTime<Utc>) {
        if self.nonces.len() >= ROOM.max(2 * self.left) {
            let nonces = &mut self.nonces;
            nonces.retain(|_, then| at.signed_duration_since(*then) <= MEMORY);
            self.left = nonces.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nonce_is_new_once_within_its_memory() {
        let (nonces, now) = (Nonces::default(), DateTime::UNIX_EPOCH);
        assert!(nonces.is_first_use("a", now));
        assert!(!nonces.is_first_use("a", now + TimeDelta::seconds(60)));
        assert!(nonces.is_first_use("b", now));
        assert!(nonces.is_first_use("a", now + TimeDelta::seconds(300)));
    }

    #[test]
    fn old_nonces_are_forgotten() {
        let (nonces, now) = (Nonces::default(), DateTime::UNIX_EPOCH);
        for number in 0..5000 {
            let at = now + TimeDelta::seconds(number);
            assert!(nonces.is_first_use(&number.to_string(), at));
        }
        let kept = nonces.0.lock().unwrap().nonces.len();
        assert!(kept <= 1025, "{kept}");
    }
}
