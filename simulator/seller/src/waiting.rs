//! The one place where this crate waits.
//!
//! Everything that takes time goes through here, on tokio's clock: under a paused clock a seller
//! that answers after six seconds costs a test no time at all.

use std::time::Duration;

/// Waits `time` on tokio's clock.
pub(crate) fn pause(time: Duration) -> tokio::time::Sleep {
    #[expect(
        clippy::disallowed_methods,
        reason = "the seller's only wait; tests pause tokio's clock around it"
    )]
    tokio::time::sleep(time)
}
