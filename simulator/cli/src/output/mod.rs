//! What a person sees, and the files that a run leaves.

mod columns;
mod files;
mod progress;
mod terminal;

pub(crate) use columns::column;
pub(crate) use files::Reports;
pub(crate) use progress::Progress;
pub(crate) use terminal::{Terminal, complain, note, print, warn};
