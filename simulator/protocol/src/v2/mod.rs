//! SaaS access guide V2.0: its activities, their requests, and the seller's own calls of the open
//! APIs. The answers are those of V1: see [`answer`].

pub mod licence_code;
pub mod open_api;
pub mod order;
pub mod request;
pub mod upload;
pub mod usage;

pub use crate::activity::Activity;
pub use crate::answer;
