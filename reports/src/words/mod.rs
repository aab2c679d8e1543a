//! How things are said; the same in every format.

mod call;
mod figures;
mod place;
mod visible;

pub(crate) use call::{came_of, counted_for, role};
pub(crate) use figures::{counted, duration};
pub(crate) use place::{file_uri, place};
pub(crate) use visible::in_ascii;
pub use visible::{on_one_line, visible};
