//! From arguments to what a run needs.

mod key;
mod known;
mod plan;
mod probe;
mod seat;
mod select;

pub(crate) use key::key_or;
pub(crate) use plan::plan;
pub(crate) use seat::{SeatSettings, seat};
pub(crate) use select::Patterns;
