//! How many calls at the same moment a seller can bear, in the worst case.
//!
//! A seller may serve one call at a time. The last of several calls at once then waits for all the
//! others, and must not run out of time because of them.

use std::collections::BTreeMap;
use std::time::Duration;

/// What calls have taken so far.
#[derive(Debug, Default)]
pub(super) struct Pace {
    /// The longest answered call of each activity.
    longest: BTreeMap<String, Duration>,
    /// So many calls at once were too many.
    too_many: Option<u32>,
    /// Whether the seller put a call off for longer than the platform waits.
    puts_off: bool,
}

/// A call in a crowd may take this much longer than the longest alone.
const MARGIN: f64 = 1.2;

impl Pace {
    /// Takes in how long an answered call took.
    pub(super) fn observe(&mut self, activity: &str, took: Duration) {
        let longest = self.longest.entry(activity.to_owned()).or_default();
        *longest = took.max(*longest);
    }

    /// The longest answered call of an activity so far.
    pub(super) fn longest(&self, activity: &str) -> Option<Duration> {
        self.longest.get(activity).copied()
    }

    /// Notes that not all of so many calls at once were answered.
    pub(super) fn overrun(&mut self, calls: u32) {
        self.too_many = Some(self.too_many.map_or(calls, |known| known.min(calls)));
    }

    /// Notes that a call was put off for as long as is waited.
    pub(super) fn put_off(&mut self) {
        self.puts_off = true;
    }

    /// Whether waiting longer for a call that is put off is in vain.
    pub(super) fn puts_off(&self) -> bool {
        self.puts_off
    }

    /// How many of `wanted` calls of `activity` may be made at once, each within `limit`; or why
    /// not two.
    pub(super) fn most(&self, activity: &str, wanted: u32, limit: Duration) -> Result<u32, String> {
        if let Some(calls) = self.too_many.filter(|calls| wanted >= *calls) {
            return Err(format!(
                "{calls} calls at once were too many for the seller"
            ));
        }
        let Some(longest) = self.longest.get(activity) else {
            return Err(format!(
                "no {activity} was answered before it, so nobody knows how many at once the seller can bear"
            ));
        };
        let room = (2..=wanted)
            .rev()
            .find(|calls| longest.mul_f64(f64::from(*calls) * MARGIN) < limit);
        room.ok_or_else(|| {
            format!(
                "the seller takes {longest:.1?} for a {activity}: two at once could run out of the time of {limit:?} where it serves one behind the other"
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Duration = Duration::from_secs(20);

    fn most(took_ms: u64, wanted: u32) -> Result<u32, String> {
        let mut pace = Pace::default();
        pace.observe("newInstance", Duration::from_millis(took_ms));
        pace.most("newInstance", wanted, LIMIT)
    }

    #[test]
    fn a_prompt_seller_gets_all_calls() {
        assert_eq!(most(5, 32), Ok(32));
    }

    #[test]
    fn a_slow_seller_gets_as_many_as_it_could_serve_one_behind_the_other() {
        assert_eq!(most(1000, 32), Ok(16));
        assert_eq!(most(6000, 8), Ok(2));
    }

    #[test]
    fn a_seller_near_the_limit_is_spared() {
        let told = most(12_000, 2).unwrap_err();
        assert!(told.contains("takes 12.0s for a newInstance"), "{told}");
    }

    #[test]
    fn a_seller_whose_pace_is_unknown_is_spared() {
        assert!(Pace::default().most("upgrade", 2, LIMIT).is_err());
    }

    #[test]
    fn what_was_too_much_is_not_tried_again() {
        let mut pace = Pace::default();
        pace.observe("newInstance", Duration::from_millis(5));
        pace.overrun(8);
        pace.overrun(32);
        assert_eq!(pace.most("newInstance", 7, LIMIT), Ok(7));
        assert!(pace.most("newInstance", 8, LIMIT).is_err());
    }
}
