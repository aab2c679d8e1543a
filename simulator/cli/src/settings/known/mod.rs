//! The file of failures that are known and excused.

mod read;
mod scenarios;
mod update;

pub(super) use read::read;
pub(crate) use update::update;

/// The name of the entries in the file.
const ENTRY: &str = "known-failure";
