//! The one place where this crate waits: for a time, or for company.
//!
//! Everything that takes time goes through here, on tokio's clock: under a paused clock a seller
//! that answers after six seconds costs a test no time at all.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::Semaphore;

/// Waits `time` on tokio's clock.
pub(crate) fn pause(time: Duration) -> tokio::time::Sleep {
    #[expect(
        clippy::disallowed_methods,
        reason = "the seller's only wait; tests pause tokio's clock around it"
    )]
    tokio::time::sleep(time)
}

/// Where calls meet that come side by side. They go on in the order in which they came.
#[derive(Clone, Debug)]
pub(crate) struct Meeting {
    came: Arc<AtomicUsize>,
    open: Arc<Semaphore>,
}

impl Default for Meeting {
    fn default() -> Meeting {
        Meeting {
            came: Arc::default(),
            open: Arc::new(Semaphore::new(0)),
        }
    }
}

impl Meeting {
    /// Waits for a second one to come, but no longer than `time`: whoever comes alone goes alone.
    pub(crate) async fn wait(&self, time: Duration) {
        if self.came.fetch_add(1, Ordering::AcqRel) == 1 {
            self.open.add_permits(Semaphore::MAX_PERMITS);
        }
        tokio::select! {
            biased;
            passed = self.open.acquire() => if let Ok(passed) = passed { passed.forget() },
            () = pause(time) => {}
        }
        // Whoever is at the door comes in as well.
        tokio::task::yield_now().await;
    }
}
