//! The gateway of agents: how it calls the backend of a seller, and by what it bills [kit §5.2].
//!
//! | module | what it holds |
//! |---|---|
//! | [`token`] | the token of a call: a JWT under the SK of the seller's AK |
//! | [`usage`] | the members of an answer that a call is billed by |
//!
//! The pages name three headers that the gateway adds, and no header for the token.

pub mod token;
pub mod usage;

/// The header that numbers a call: a UUID.
pub const REQUEST_ID: &str = "X-Request-Id";
/// The header that tells the account of the customer, by its id.
pub const CUSTOMER_ID: &str = "X-Customer-Id";
/// The header that tells the account of the customer, by its name.
pub const CUSTOMER_NAME: &str = "X-Customer-Name";

/// The longest that a backend may be waited for, in milliseconds.
pub const LONGEST_WAIT_MS: u64 = 300_000;
