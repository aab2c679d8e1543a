//! How things are said; the same in every format.

mod call;
mod call_back;
mod figures;
mod visible;

pub(crate) use call_back::called_back;
pub use call::came_of;
pub(crate) use call::{counted_for, role};
pub(crate) use figures::{counted, duration};
pub(crate) use visible::in_ascii;
pub use visible::{on_one_line, visible};
