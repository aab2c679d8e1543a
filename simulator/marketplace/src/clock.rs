//! The run's clock: every moment that is signed, recorded or waited for comes from here.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::time::Instant;

/// The time of one run: a wall clock that moves with tokio's monotonic one.
///
/// In a runtime with paused time the clock is virtual: waiting costs nothing and two runs with the
/// same start read the same times. Clones share what was skipped.
#[derive(Clone, Debug)]
pub struct Clock {
    wall_at_start: DateTime<Utc>,
    start: Instant,
    skipped_ms: Arc<AtomicI64>,
}

impl Clock {
    /// The machine's time.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the machine's time is read"
    )]
    pub fn system() -> Self {
        Self::starting_at(Utc::now())
    }

    /// A clock that says `wall` now.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the monotonic time is read"
    )]
    pub fn starting_at(wall: DateTime<Utc>) -> Self {
        Self {
            wall_at_start: wall,
            start: Instant::now(),
            skipped_ms: Arc::default(),
        }
    }

    /// The wall time in UTC, including what [`Clock::skip`] left out.
    pub fn now(&self) -> DateTime<Utc> {
        self.unskipped() + TimeDelta::milliseconds(self.skipped_ms.load(Ordering::Relaxed))
    }

    /// The wall time in UTC without what was skipped: what a seller's own clock says, unless it shares
    /// this one.
    pub fn unskipped(&self) -> DateTime<Utc> {
        self.wall_at_start + TimeDelta::from_std(self.elapsed()).unwrap_or(TimeDelta::MAX)
    }

    /// The wall time at which the clock was started.
    pub fn started(&self) -> DateTime<Utc> {
        self.wall_at_start
    }

    /// How long the run has lasted, without what was skipped.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the monotonic time is read"
    )]
    pub fn elapsed(&self) -> Duration {
        Instant::now().duration_since(self.start)
    }

    /// Lets the wall clock jump ahead without waiting, as if `by` had passed at the marketplace.
    pub fn skip(&self, by: Duration) {
        let ms = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
        self.skipped_ms.fetch_add(ms, Ordering::Relaxed);
    }

    /// Waits for `time`.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the marketplace waits"
    )]
    pub async fn sleep(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }

    /// The result of `work`, or `None` once `limit` has passed.
    pub async fn within<F: Future>(&self, limit: Duration, work: F) -> Option<F::Output> {
        tokio::time::timeout(limit, work).await.ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn virtual_time_passes_without_waiting() {
        let start = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        let clock = Clock::starting_at(start);
        clock.sleep(Duration::from_hours(1)).await;
        assert_eq!(clock.now(), start + TimeDelta::hours(1));
    }

    #[tokio::test(start_paused = true)]
    async fn a_skip_moves_the_wall_but_not_the_run() {
        let clock = Clock::starting_at(DateTime::UNIX_EPOCH);
        let twin = clock.clone();
        clock.skip(Duration::from_mins(1));
        assert_eq!(twin.now().timestamp(), 60);
        assert_eq!(twin.unskipped(), DateTime::UNIX_EPOCH);
        assert_eq!(twin.elapsed(), Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn what_takes_too_long_is_given_up() {
        let clock = Clock::starting_at(DateTime::UNIX_EPOCH);
        let never = std::future::pending::<()>();
        assert!(clock.within(Duration::from_secs(20), never).await.is_none());
        assert_eq!(clock.elapsed(), Duration::from_secs(20));
    }
}
