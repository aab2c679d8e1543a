//! The one place where this crate waits: for a time, or for company.
//!
//! Everything that takes time goes through here, on tokio's clock: under a paused clock a seller
//! that answers after six seconds costs a test no time at all.

use std::time::Duration;

use tokio::sync::watch;

/// Waits `time` on tokio's clock.
pub(crate) fn pause(time: Duration) -> tokio::time::Sleep {
    #[expect(
        clippy::disallowed_methods,
        reason = "the seller's only wait; tests pause tokio's clock around it"
    )]
    tokio::time::sleep(time)
}

/// Where calls meet that come side by side.
#[derive(Clone, Debug, Default)]
pub(crate) struct Meeting(watch::Sender<usize>);

impl Meeting {
    /// Waits for a second one to come, but no longer than `time`: whoever comes alone goes alone.
    pub(crate) async fn wait(&self, time: Duration) {
        self.0.send_modify(|came| *came += 1);
        let mut came = self.0.subscribe();
        tokio::select! {
            _ = came.wait_for(|came| *came > 1) => {}
            () = pause(time) => {}
        }
    }
}
