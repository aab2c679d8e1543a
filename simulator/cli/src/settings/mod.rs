//! From arguments to what a run needs.

mod key;
mod known;
mod plan;
pub(crate) mod random;
mod seat;
mod select;

pub(crate) use key::{key, key_or, other_keys};
pub(crate) use plan::plan;
pub(crate) use seat::seat;
pub(crate) use select::Patterns;
