//! `SDK-HMAC-SHA256`: how a seller signs a call of the open APIs with its AK and SK [v2 §7.3].
//!
//! Method, path, query, the signed headers and the body's SHA-256 make a canonical request; its
//! SHA-256 goes with the call's time into the string to sign, and that string's HMAC-SHA256 under
//! the SK is the signature. Both sides are here: signing as the vendor's SDK does, and verifying as
//! the gateway does.

mod authorization;
mod call;
mod canonical;
mod date;
mod error;
mod keys;
mod sign;
mod verify;

pub use authorization::{Authorization, HEADER};
pub use call::Call;
pub use canonical::{canonical_request, string_to_sign};
pub use date::{DATE, WINDOW, check_date, date};
pub use error::{DateError, SdkError};
pub use keys::{AccessKey, SecretKey};
pub use sign::{sign, signature};
pub use verify::verify;

pub(crate) use canonical::{
    body_hash, canonical_headers, canonical_query, canonical_uri, encoded, hash,
};

/// The algorithm, as it stands in `Authorization` and in the string to sign.
pub const ALGORITHM: &str = "SDK-HMAC-SHA256";

/// The headers that must be signed.
pub const REQUIRED: [&str; 2] = ["host", DATE];

/// The header that may replace the body's hash in the canonical request.
pub const BODY_HASH: &str = "x-sdk-content-sha256";

/// The value of [`BODY_HASH`] that leaves the body unsigned.
pub const UNSIGNED: &str = "UNSIGNED-PAYLOAD";
