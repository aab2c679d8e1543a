//! A request as it came, before anything in it is trusted.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use galleria_protocol::Api;
use galleria_protocol::token::TokenError;

/// What came over HTTP.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The version of the interface: V1 is GET, V2 is POST.
    pub api: Api,
    /// The query as it came, undecoded.
    pub query: String,
    /// The body's bytes; empty for V1.
    pub body: Bytes,
    /// What the header `Content-Type` says; empty without one.
    pub content_type: String,
    /// When it came.
    pub at: DateTime<Utc>,
    /// Whether it came at the address of notices of orders, which have a key of their own.
    pub notice: bool,
}

/// Why a request is not taken for the marketplace's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unauthentic {
    /// V1: the token is missing or does not fit.
    #[error("the authToken is missing or does not fit the parameters")]
    Token(TokenError),
    /// V2: the signature is missing or does not fit.
    #[error("the signature is missing or does not fit the body")]
    Signature,
    /// V2: a parameter beside the signature is missing or malformed.
    #[error("the parameter {0} is missing or malformed")]
    Parameter(&'static str),
    /// V2: the request is older than the window, or ahead of it.
    #[error("the timestamp differs from now by more than 60 s")]
    Stale,
    /// V2: the nonce was seen before.
    #[error("the nonce was used before")]
    Replayed,
}
