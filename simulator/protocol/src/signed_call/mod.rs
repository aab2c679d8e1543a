//! What the signatures of V2's calls have in common, wherever they stand: what a call says of
//! itself, how old it may be, and the forms of the body that may have been signed [v2 §2].
//!
//! The texts that are signed differ: see [`query_signature`](crate::query_signature),
//! [`kit_signature`](crate::kit_signature) and [`usage_signature`](crate::usage_signature).

mod body_form;
mod claim;
mod error;
mod freshness;

pub use body_form::{BodyForm, sorted, sorted_throughout};
pub use claim::Claim;
pub use error::SignatureError;
pub use freshness::{FreshnessError, WINDOW, check_freshness, timestamp};
