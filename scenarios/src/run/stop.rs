//! Asking a run to stop: first in good order, then at once.

use std::sync::Arc;

use tokio::sync::watch;

/// A handle to stop a run; clones stop the same one.
#[derive(Clone, Debug)]
pub struct Stop {
    level: Arc<watch::Sender<u8>>,
}

impl Default for Stop {
    fn default() -> Self {
        Self {
            level: Arc::new(watch::Sender::new(0)),
        }
    }
}

impl Stop {
    /// Asks the run to stop. The first time it lets the calls under way finish and releases what
    /// it bought; the second time it stops at once.
    pub fn request(&self) {
        self.level
            .send_modify(|level| *level = level.saturating_add(1));
    }

    /// Whether the run was asked to stop.
    pub fn is_requested(&self) -> bool {
        *self.level.borrow() > 0
    }

    /// Whether the run was asked to stop at once.
    pub fn is_urgent(&self) -> bool {
        *self.level.borrow() > 1
    }

    /// Waits until the run is asked to stop.
    pub(super) async fn requested(&self) {
        let mut watch = self.level.subscribe();
        // The sender lives in `self`, so waiting ends with the level alone.
        let _ = watch.wait_for(|level| *level > 0).await;
    }

    /// Waits until the run is asked to stop at once.
    pub(super) async fn urgent(&self) {
        let mut watch = self.level.subscribe();
        // The sender lives in `self`, so waiting ends with the level alone.
        let _ = watch.wait_for(|level| *level > 1).await;
    }
}
