//! A seller as the marketplace's pages describe one, and every way to be a worse one.
//!
//! The crate has two uses. An engineer reads it as a worked example of the production interface;
//! the checks use it as the peer that is right, wrong in exactly one thing, or lawfully odd.
//!
//! # How a call is answered
//!
//! | step | module | what happens |
//! |---|---|---|
//! | 1 | [`serving`] | a connection is accepted at the [`door`], hyper reads one request, axum picks the handler |
//! | 2 | [`reading`], [`call`] | query (V1) or body (V2) are read, and whether the marketplace sent them |
//! | 2a | [`open_api`] | V2: the order of a purchase or an upgrade is asked for, where the seller can |
//! | 3 | [`handling`] | the scene is found, the scene's file does the work |
//! | 3a | [`kit`] | the addresses of the kit have a desk of their own |
//! | 3b | [`notices`] | there is an order: it is remembered, and asked for |
//! | 3c | [`login`] | accounts of the kit log in |
//! | 3d | [`agents`] | the gateway of agents calls a backend |
//! | 4 | [`store`] | instances and orders live here; one order makes one instance, whoever asks |
//! | 5 | [`reply`] | the answer becomes bytes, the bytes are signed, those same bytes are sent |
//! | 6 | [`wire`] | the bytes leave; a fault may cut, rewrite or withhold them here |
//!
//! Wherever a seller has to decide something the code asks [`Behaviour`]. Its default methods are
//! the right decisions; [`faults`] and [`variations`] hold one file for each wrong, or merely
//! unusual, one. So the code of the steps above holds no switch for being wrong.
//!
//! # What to copy and what not
//!
//! Copy the order of steps, the idempotency of [`store::Store`] and the care for bytes in
//! [`reply`]. Do not copy [`random`]: it repeats itself for the same seed, which tests need and
//! passwords must never do.

pub mod agents;
pub mod behaviour;
pub mod call;
pub mod credentials;
pub mod door;
pub mod faults;
pub mod handling;
pub mod kit;
pub mod licence;
pub mod login;
mod nonces;
pub mod notices;
pub mod open_api;
pub mod outcome;
pub mod random;
pub mod reading;
pub mod registry;
pub mod reply;
pub mod seller;
pub mod serving;
pub mod store;
pub mod variations;
pub mod wire;

mod table;
mod waiting;

pub use behaviour::{Behaviour, Reference};
pub use registry::Entry;
pub use seller::{Seller, SellerConfig};
pub use serving::{ACTIVATION_PATH, EFFECTS_PATH, Effects, GateError, Server};
