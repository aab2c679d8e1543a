//! The nonces of V2 requests, so that none is taken twice [v2 §2].

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// How long a nonce is remembered: twice the window in which its timestamp is fresh.
const MEMORY: TimeDelta = TimeDelta::seconds(120);

/// The nonces that were used, each with its moment.
#[derive(Debug, Default)]
pub struct Nonces(Mutex<BTreeMap<String, DateTime<Utc>>>);

impl Nonces {
    /// Whether `nonce` was not used within the last two minutes; it is used now.
    pub fn is_first_use(&self, nonce: &str, at: DateTime<Utc>) -> bool {
        let mut used = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if used.len() >= 1024 {
            used.retain(|_, then| at.signed_duration_since(*then) <= MEMORY);
        }
        let before = used.insert(nonce.to_owned(), at);
        before.is_none_or(|then| at.signed_duration_since(then) > MEMORY)
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
        let kept = nonces.0.lock().unwrap().len();
        assert!(kept <= 1025, "{kept}");
    }
}
