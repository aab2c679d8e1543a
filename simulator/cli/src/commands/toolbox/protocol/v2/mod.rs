//! SaaS access guide V2.0: the calls of the base interfaces, those of the kit, and usage pushes.
//! They are signed alike, each in its own place.

mod address;
mod computed;
mod interface;
mod members;
mod request;
mod sign;
mod signing;

pub(super) use interface::{BASE, KIT, USAGE};
