//! The way to the open APIs.

use std::fmt;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use galleria_protocol::sdk_hmac::{AccessKey, Call, SecretKey};

/// What the open APIs answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

/// There was no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the open APIs cannot be reached: {0}")]
pub struct Unreachable(pub String);

/// Carries a call to the marketplace and its answer back.
pub trait Route: fmt::Debug + Send + Sync {
    /// Sends a call that is signed already.
    fn carry(&self, call: Call) -> BoxFuture<'_, Result<Answer, Unreachable>>;
}

/// Where a seller calls the open APIs, and as whom.
#[derive(Clone, Debug)]
pub struct OpenApi {
    /// The way there.
    pub route: Arc<dyn Route>,
    /// What the header `Host` says.
    pub host: String,
    /// The AK.
    pub access: AccessKey,
    /// The SK.
    pub secret: SecretKey,
}
