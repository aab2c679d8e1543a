//! The sessions of those who showed the token.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest as _, Sha256};

use crate::random;

/// How long a session lasts.
pub(super) const LIFE: TimeDelta = TimeDelta::hours(12);
/// How many sessions there are at most; the oldest gives way.
const MOST: usize = 64;

/// The sessions, each by the hash of what its browser holds.
#[derive(Debug, Default)]
pub(crate) struct Sessions(Mutex<BTreeMap<[u8; 32], DateTime<Utc>>>);

impl Sessions {
    /// A new session; what its browser is to hold.
    ///
    /// # Errors
    /// Where the system gives no randomness.
    pub(super) fn begin(&self, now: DateTime<Utc>) -> Result<String, getrandom::Error> {
        let id = hex::encode(random::bytes::<32>()?);
        let mut sessions = self.lock();
        sessions.retain(|_, until| *until > now);
        if sessions.len() >= MOST {
            let oldest = sessions.iter().min_by_key(|(_, until)| **until);
            if let Some(oldest) = oldest.map(|(id, _)| *id) {
                sessions.remove(&oldest);
            }
        }
        sessions.insert(hash(&id), now + LIFE);
        Ok(id)
    }

    /// Whether a session is there and not over.
    pub(super) fn is_open(&self, id: &str, now: DateTime<Utc>) -> bool {
        self.lock().get(&hash(id)).is_some_and(|until| *until > now)
    }

    /// Ends a session.
    pub(super) fn end(&self, id: &str) {
        self.lock().remove(&hash(id));
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<[u8; 32], DateTime<Utc>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Only hashes are compared and kept: neither a look at the memory nor the time of a comparison tells an id.
fn hash(id: &str) -> [u8; 32] {
    Sha256::digest(id.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_by_time_and_by_hand() {
        let sessions = Sessions::default();
        let now = DateTime::UNIX_EPOCH;
        let (one, other) = (sessions.begin(now).unwrap(), sessions.begin(now).unwrap());
        assert_ne!(one, other);
        assert!(sessions.is_open(&one, now) && !sessions.is_open("", now));
        assert!(!sessions.is_open(&one, now + LIFE));
        sessions.end(&one);
        assert!(!sessions.is_open(&one, now) && sessions.is_open(&other, now));
    }

    #[test]
    fn there_are_never_too_many() {
        let sessions = Sessions::default();
        let at = |second| DateTime::UNIX_EPOCH + TimeDelta::seconds(second);
        let first = sessions.begin(at(0)).unwrap();
        let rest: Vec<String> = (1..=64)
            .map(|second| sessions.begin(at(second)).unwrap())
            .collect();
        assert!(!sessions.is_open(&first, at(70)));
        assert!(rest.iter().all(|id| sessions.is_open(id, at(70))));
    }
}
