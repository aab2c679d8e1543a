//! How things are said; the same in every format.

mod call;
mod call_back;
mod figures;
mod markdown;
mod page;
mod place;
mod visible;

pub use call::came_of;
pub(crate) use call::{counted_for, role};
pub(crate) use call_back::called_back;
pub(crate) use figures::{counted, duration};
pub(crate) use markdown::{Block, blocks};
pub use page::book_address;
pub(crate) use page::rule_page;
pub(crate) use place::{file_uri, place};
pub(crate) use visible::in_ascii;
pub use visible::{on_one_line, visible};
