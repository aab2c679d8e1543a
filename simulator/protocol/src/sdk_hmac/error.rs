//! Why a call of an open API is refused.

/// Why the gateway does not take a call's time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// There is no `X-Sdk-Date`.
    #[error("the header X-Sdk-Date is missing; send the time as yyyyMMdd'T'HHmmss'Z' in UTC")]
    Missing,
    /// `X-Sdk-Date` is no time of that form.
    #[error("X-Sdk-Date `{0}` is no time; send it as yyyyMMdd'T'HHmmss'Z' in UTC")]
    Malformed(String),
    /// The call is older than [`WINDOW`](super::WINDOW), in seconds.
    #[error("X-Sdk-Date is {0} s old; 900 s are allowed: set the clock")]
    Stale(i64),
    /// The call comes from further in the future than [`WINDOW`](super::WINDOW), in seconds.
    #[error("X-Sdk-Date is {0} s ahead; 900 s are allowed: set the clock, and write UTC")]
    Ahead(i64),
}

/// Why a call's signature does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SdkError {
    /// There is no `Authorization`.
    #[error("the header Authorization is missing; sign the call with AK and SK")]
    Missing,
    /// `Authorization` names another algorithm.
    #[error("Authorization does not begin with SDK-HMAC-SHA256")]
    OtherAlgorithm,
    /// A part of `Authorization` is absent or empty.
    #[error("Authorization has no {0}; write Access=, SignedHeaders= and Signature=")]
    PartMissing(&'static str),
    /// A header that must be signed is not among the signed ones.
    #[error("the header {0} is not signed; sign host and x-sdk-date at least")]
    NotSigned(&'static str),
    /// A header that is said to be signed is not there.
    #[error("the header {0} is said to be signed but was not sent")]
    NotSent(String),
    /// `x-sdk-content-sha256` is not the hash of the body that was sent.
    #[error("x-sdk-content-sha256 is not the SHA-256 of the body")]
    OtherBody,
    /// The signature fits neither call nor SK.
    #[error("the signature does not fit the call; compare the canonical request")]
    Mismatch,
}
