//! From arguments to what a run needs.

mod caller;
mod key;
mod known;
mod plan;
mod probe;
pub(crate) mod random;
mod seat;
mod select;
mod selection;

pub(crate) use caller::{Callee, billing_named, callee};
pub(crate) use key::{key, key_or, other_keys};
pub(crate) use known::update as update_known_failures;
pub(crate) use plan::plan;
pub(crate) use seat::{SeatSettings, seat};
pub(crate) use select::Patterns;
