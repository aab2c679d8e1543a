//! Who takes the seller down and brings it up again, where a rehearsal is to do that for real.
//!
//! | hand | what it does |
//! |---|---|
//! | [`CommandHand`] | runs commands of the user's |
//! | [`ChildHand`] | starts the seller itself, kills it, and starts it again |

mod child;
mod command;
mod group;
mod shell;

use std::fmt::Debug;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;

pub use child::ChildHand;
pub use command::CommandHand;
pub use group::Group;

/// Takes a seller down and brings it up again.
pub trait Hand: Debug + Send + Sync {
    /// Ends the seller at once, without a chance to finish anything. Done when it is gone.
    fn take_down(&self) -> BoxFuture<'_, Result<(), HandError>>;

    /// Whether the seller is down when it was taken down; one command may do both.
    fn leaves_it_down(&self) -> bool {
        true
    }

    /// Starts the seller. Done when the start is under way; whether it listens is found out by calling
    /// it.
    fn bring_up(&self) -> BoxFuture<'_, Result<(), HandError>>;
}

/// A hand, and how long the seller may take to listen again.
#[derive(Clone, Debug)]
pub struct Stage {
    /// The hand.
    pub hand: Arc<dyn Hand>,
    /// How long the seller may take from its start until it takes connections.
    pub up_within: Duration,
}

/// Why a seller was not taken down or brought up.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum HandError {
    /// The command did not start.
    #[error("the command `{line}` cannot be run: {reason}")]
    NotRun {
        /// The command.
        line: String,
        /// What the system said.
        reason: String,
    },
    /// The command said that it failed.
    #[error("the command `{line}` failed: {status}")]
    Failed {
        /// The command.
        line: String,
        /// How it ended.
        status: String,
    },
    /// The command did not end in time.
    #[error(
        "the command `{line}` did not end within {limit:?}; have it start the seller in the background"
    )]
    TooSlow {
        /// The command.
        line: String,
        /// The time it had.
        limit: Duration,
    },
    /// The seller that was started ended by itself.
    #[error("the seller that `{line}` started ended by itself: {status}")]
    Ended {
        /// The command.
        line: String,
        /// How it ended.
        status: String,
    },
    /// The seller does not take connections.
    #[error(
        "the seller took no connection within {0:?} of its start; give it longer with --up-within"
    )]
    NotUp(Duration),
    /// Nobody said how.
    #[error(
        "nothing says how to take the seller down: give --start-cmd, or --down-cmd and --up-cmd"
    )]
    NoHand,
}
