//! What a person sees, and the files that a run leaves.

mod files;
mod progress;
mod terminal;

pub(crate) use files::Reports;
pub(crate) use progress::Progress;
pub(crate) use terminal::{Terminal, complain, note, print, warn};
