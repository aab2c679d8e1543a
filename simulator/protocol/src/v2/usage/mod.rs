//! The usage that a seller pushes to the marketplace, in its new form and its old one [v2 §7.2].
//!
//! Bad records are no reason to refuse a push: a later job of the marketplace looks through them,
//! and its rules are in [`flaws`].

mod flaw;
mod record;
mod value;

pub use flaw::{Flaw, LARGEST_AGE, MOST_RECORDS, flaws};
pub use record::{PushAnswer, UsagePush, UsageRecord};
pub use value::{UsageValue, ValueFlaw};

/// The path of the new push, by POST; signed as [`usage_signature`](crate::usage_signature) tells.
pub const PATH: &str = "/api/mkp-openapi-public/global/v1/isv/usage-data";

/// The path of the old push, by POST; signed as [`sdk_hmac`](crate::sdk_hmac) tells.
pub const OLD_PATH: &str = "/rest/marketplace/v1/isv/usage-data";
