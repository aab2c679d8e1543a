//! The marketplace's protocol as pure functions and types: no sockets, no clock, no randomness.
//! Times and initialisation vectors are arguments.
//!
//! Both sides are here: what the marketplace signs and sends, and what a seller signs and answers.
//! A mark such as `[v1 §3]` or `[v2 §2]` names the section of that version's access guide that a
//! fact comes from.
//!
//! | module | what it holds |
//! |---|---|
//! | [`api`], [`activity`] | the versions of the interface, and the scenes that they have |
//! | [`params`] | query parameters, their text and its three readings |
//! | [`token`] | `authToken`, the signature of a request |
//! | [`body_sign`] | `Body-Sign`, the signature of an answer |
//! | [`query_signature`] | `signature`, which signs a call of V2's base interfaces |
//! | [`kit`] | the joint-operation kit: its calls, V1's signature of them, the client's secret |
//! | [`kit_signature`] | `x-sign`, which signs a call of V2's kit interfaces |
//! | [`usage_signature`] | the signature of a seller's usage push |
//! | [`signed_call`] | what these three have in common: claim, age, forms of the body |
//! | [`sdk_hmac`] | `Authorization`, which signs a seller's call of the open APIs |
//! | [`gateway`] | the gateway of agents: the token of its calls, by what it bills |
//! | [`cipher`] | the encryption of personal data |
//! | [`time`] | times as they are written on the wire |
//! | [`code`] | result codes |
//! | [`json`] | the strict reading of an answer's body |
//! | [`answer`] | the seller's answers, V1's and V2's |
//! | [`Family`] | what is sold, and by which names its scenes are called |
//! | [`v1`] | V1's scenes and their requests |
//! | [`v2`] | V2's activities and their requests, orders, usage pushes, codes of the open APIs |
//! | [`mistake`] | what a seller did who signed or encrypted wrongly |

pub mod activity;
pub mod answer;
pub mod api;
pub mod body_sign;
pub mod cipher;
pub mod code;
pub mod family;
pub mod gateway;
mod hmac_sha256;
pub mod json;
mod key;
pub mod kit;
pub mod kit_signature;
pub mod mistake;
pub mod params;
pub mod query_signature;
mod request;
pub mod sdk_hmac;
pub mod signed_call;
pub mod time;
pub mod token;
pub mod usage_signature;
pub mod v1;
pub mod v2;

pub use activity::Activity;
pub use api::Api;
pub use family::Family;
pub use key::Key;
pub use params::Params;
