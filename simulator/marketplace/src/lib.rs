//! The marketplace's side of the wire.
//!
//! | module | what it holds |
//! |---|---|
//! | [`clock`] | the one source of time: real, or virtual under a paused runtime |
//! | [`mint`] | identifiers in the vendor's shapes, new for every run |
//! | [`market`] | customers, purchases and the calls that their life causes |
//! | [`tamper`] | what can be done to a call so that a seller ought to refuse it |
//! | [`kit`] | enterprises, applications, accounts and departments: the calls of the kit |
//! | [`identity`] | the centre at which accounts log in, and what is kept of what applications ask it |
//! | [`open_api`] | the open APIs that sellers call, and what is kept of those calls |
//! | [`delivery`] | one call over HTTP/1.1, byte for byte, over TCP, TLS or memory |
//! | [`transcript`] | what is kept of it: the evidence, with the secrets taken out |
//!
//! Nothing here judges: a seller that misbehaves is recorded, and the rules say what it means.

mod arrived;
pub mod clock;
pub mod delivery;
pub mod identity;
pub mod kit;
pub mod market;
pub mod mint;
pub mod open_api;
pub mod tamper;
pub mod transcript;
