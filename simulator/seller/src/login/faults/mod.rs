//! Sellers whose login is wrong in exactly one thing.

mod entry;
mod renewal;
mod ticket;

use std::sync::LazyLock;

use super::table::LoginEntry;

static ALL: LazyLock<Vec<LoginEntry>> =
    LazyLock::new(|| [entry::ENTRIES, renewal::ENTRIES, ticket::ENTRIES].concat());

/// All of them.
pub fn all() -> &'static [LoginEntry] {
    &ALL
}

/// The one of this name.
pub fn find(name: &str) -> Option<&'static LoginEntry> {
    ALL.iter().find(|entry| entry.name == name)
}
