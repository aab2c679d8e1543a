//! How often somebody may guess the token.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// The wrong tokens that an address may show before it has to wait.
const FREE: u32 = 5;
/// How long it then waits, and after how long a wrong token is forgotten.
pub(super) const WAIT: TimeDelta = TimeDelta::minutes(1);
/// How many addresses are remembered; while there are so many, no new one may guess.
const MOST: usize = 1024;

/// The wrong tokens of late, by the address that showed them.
#[derive(Debug, Default)]
pub(crate) struct Attempts(Mutex<BTreeMap<IpAddr, Wrong>>);

#[derive(Debug)]
struct Wrong {
    times: u32,
    last: DateTime<Utc>,
}

impl Attempts {
    /// Whether an address may show a token now.
    pub(super) fn may_try(&self, from: IpAddr, now: DateTime<Utc>) -> bool {
        let mut wrong = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        wrong.retain(|_, wrong| now - wrong.last < WAIT);
        match wrong.get(&from) {
            Some(wrong) => wrong.times < FREE,
            None => wrong.len() < MOST,
        }
    }

    /// Notes that a token was wrong.
    pub(super) fn failed(&self, from: IpAddr, now: DateTime<Utc>) {
        let mut wrong = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = wrong.entry(from).or_insert(Wrong {
            times: 0,
            last: now,
        });
        entry.times += 1;
        entry.last = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_guesses_has_to_wait_and_others_do_not() {
        let attempts = Attempts::default();
        let (guesser, other) = (IpAddr::from([10, 0, 0, 1]), IpAddr::from([10, 0, 0, 2]));
        let now = DateTime::UNIX_EPOCH;
        for _ in 0..FREE {
            assert!(attempts.may_try(guesser, now));
            attempts.failed(guesser, now);
        }
        assert!(!attempts.may_try(guesser, now));
        assert!(attempts.may_try(other, now));
        assert!(attempts.may_try(guesser, now + WAIT));
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let attempts = Attempts::default();
        let now = DateTime::UNIX_EPOCH;
        for number in 0..1024_u32 {
            attempts.failed(IpAddr::from(number.to_be_bytes()), now);
        }
        assert!(!attempts.may_try(IpAddr::from([99, 0, 0, 1]), now));
        assert!(attempts.may_try(IpAddr::from([99, 0, 0, 1]), now + WAIT));
    }
}
