//! The seller's answers, which V1 and V2 share but for a few members [v1 §5, v2 §4]. V2 has no
//! `encryptType` and shows an instance only in the answer to a query, its credentials in clear.
//!
//! Every member but `resultCode` is optional here, whatever the tables say. A member that the
//! tables do not know, or that has another type than there, is kept as it is in `other`, so that
//! reading and writing an answer loses no member; only a whole `usageValue` comes back as `5.0`, and
//! an empty `resultCode` not at all.

mod app_info;
mod body;
mod credentials;
mod instance_info;
mod member;
mod usage_info;

pub use app_info::AppInfo;
pub use body::Answer;
pub use credentials::{credentials, encrypt_type};
pub use instance_info::InstanceInfo;
pub use usage_info::UsageInfo;
