//! Looks for the parameter that the seller stumbles over where it refuses an ordinary call.

mod puzzle;
mod search;
mod sending;

pub(super) use puzzle::Isolations;
