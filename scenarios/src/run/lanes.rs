//! How many scenarios are played at the same time.
//!
//! One, where the seller answers promptly: a seller may serve one connection at a time, and calls
//! that wait for each other must not look like time-outs. Where it is slow, more are tried, and
//! kept only while each answer takes no longer for it.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;

/// The number of lanes, adapted to what answers take.
#[derive(Debug)]
pub(super) struct Lanes {
    state: Mutex<State>,
    widened: Notify,
    limit: Duration,
}

#[derive(Debug)]
struct State {
    now: usize,
    most: usize,
    alone: Option<Duration>,
    good: usize,
    settled: bool,
}

/// Answers below this are prompt: nothing is gained by playing side by side.
const PROMPT: Duration = Duration::from_secs(1);

/// The most lanes that are tried.
const MOST: usize = 16;

impl Lanes {
    /// A fixed number of lanes where the user gave one, else lanes that adapt. `limit` is how long
    /// a call may take.
    pub(super) fn new(jobs: Option<usize>, limit: Duration) -> Self {
        let now = jobs.unwrap_or(1).max(1);
        let state = State {
            now,
            most: MOST,
            alone: None,
            good: 0,
            settled: jobs.is_some(),
        };
        Self {
            state: Mutex::new(state),
            widened: Notify::new(),
            limit,
        }
    }

    /// How many lanes there are now.
    pub(super) fn now(&self) -> usize {
        self.state().now
    }

    /// Waits until there are more lanes.
    pub(super) async fn widened(&self) {
        self.widened.notified().await;
    }

    /// Takes in how long an answer took.
    pub(super) fn observe(&self, took: Duration) {
        let mut state = self.state();
        if state.settled || took < PROMPT {
            return;
        }
        let alone = *state.alone.get_or_insert(took);
        if state.now > 1 && took > alone.mul_f64(1.5) {
            state.now = state.now.div_ceil(2);
            state.settled = true;
            return;
        }
        state.good += 1;
        // Twice the lanes cost at most twice the time: never so many that a call could time out
        // because of its neighbours.
        if state.good >= state.now && alone.mul_f64(2.2) < self.limit {
            state.good = 0;
            state.now = (state.now * 2).min(state.most);
            state.settled = state.now == state.most;
            self.widened.notify_one();
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Duration = Duration::from_secs(20);

    fn after(answers: &[u64]) -> usize {
        let lanes = Lanes::new(None, LIMIT);
        for &ms in answers {
            lanes.observe(Duration::from_millis(ms));
        }
        lanes.now()
    }

    #[test]
    fn a_prompt_seller_is_called_one_call_at_a_time() {
        assert_eq!(after(&[5; 100]), 1);
    }

    #[test]
    fn a_slow_seller_that_serves_many_at_once_gets_more_lanes() {
        assert_eq!(after(&[6000]), 2);
        assert_eq!(after(&[6000; 3]), 4);
        assert_eq!(after(&[6000; 100]), 16);
    }

    #[test]
    fn a_slow_seller_that_serves_one_at_a_time_is_left_at_one_lane() {
        assert_eq!(after(&[6000, 6000, 12000, 6000, 6000, 6000]), 1);
    }

    #[test]
    fn a_seller_near_the_limit_is_never_called_side_by_side() {
        assert_eq!(after(&[12000; 10]), 1);
    }

    #[test]
    fn a_given_number_of_lanes_is_kept() {
        let lanes = Lanes::new(Some(4), LIMIT);
        lanes.observe(Duration::from_secs(6));
        assert_eq!(lanes.now(), 4);
    }
}
