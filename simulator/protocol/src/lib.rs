//! The marketplace's protocol as pure functions and types: no sockets, no clock, no randomness.
//! Times and initialisation vectors are arguments.
//!
//! Both sides are here: what the marketplace signs and sends, and what a seller signs and answers.
//! A mark such as `[v1 §3]` names the section of the access guide that a fact comes from.
//!
//! | module | what it holds |
//! |---|---|
//! | [`api`], [`activity`] | the versions of the interface, and the scenes that they have |
//! | [`params`] | query parameters, their text and its three readings |
//! | [`token`] | `authToken`, the signature of a request |
//! | [`body_sign`] | `Body-Sign`, the signature of an answer |
//! | [`cipher`] | the encryption of personal data |
//! | [`time`] | times as they are written on the wire |
//! | [`code`] | result codes |
//! | [`json`] | the strict reading of an answer's body |
//! | [`v1`] | the scenes, their requests and their answers |
//! | [`mistake`] | what a seller did who signed or encrypted wrongly |

pub mod activity;
pub mod api;
pub mod body_sign;
pub mod cipher;
pub mod code;
mod hmac_sha256;
pub mod json;
mod key;
pub mod mistake;
pub mod params;
pub mod query_signature;
pub mod time;
pub mod token;
pub mod v1;

pub use activity::Activity;
pub use api::Api;
pub use key::Key;
pub use params::Params;
