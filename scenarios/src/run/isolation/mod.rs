//! Looks for the parameter that the seller stumbles over where it refuses an ordinary call,
//! or the mistake that it makes in every signature.

mod puzzle;
mod search;
mod sending;
mod trial;

pub(super) use puzzle::Isolations;
