//! What an activator is, and how it fails.

use std::fmt::Debug;
use std::time::Duration;

use futures_util::future::BoxFuture;

/// The longest that an activation may take.
pub const ACTIVATION_LIMIT: Duration = Duration::from_secs(30);

/// Enters licence codes into the seller's software, as buyers do.
pub trait Activator: Debug + Send + Sync {
    /// Enters a code; done once the software says that it has activated it.
    fn activate<'a>(&'a self, code: &'a str) -> BoxFuture<'a, Result<(), ActivationError>>;
}

/// Why a code was not activated: nobody's fault that a rule tells.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ActivationError {
    /// The command does not start.
    #[error("the licence code was not activated: the command cannot be run: {0}")]
    NotStarted(String),
    /// The command says that it failed.
    #[error("the licence code was not activated: the command ended with {0}")]
    Failed(String),
    /// The address gives no answer.
    #[error("the licence code was not activated: the address does not answer: {0}")]
    NoAnswer(String),
    /// The address answers no success.
    #[error("the licence code was not activated: the address answered {0}")]
    Status(String),
    /// The software does not take it.
    #[error("the licence code was not activated: {0}")]
    Refused(String),
    /// It takes too long.
    #[error("the licence code was not activated within {ACTIVATION_LIMIT:?}")]
    TooSlow,
}
