//! Sellers whose login is wrong in exactly one thing.

mod entry;
mod renewal;
mod ticket;

use std::sync::LazyLock;

use crate::Entry;

static ALL: LazyLock<Vec<Entry>> =
    LazyLock::new(|| [entry::ENTRIES, renewal::ENTRIES, ticket::ENTRIES].concat());

/// All of them.
pub fn all() -> &'static [Entry] {
    &ALL
}

/// The one of this name.
pub fn find(name: &str) -> Option<&'static Entry> {
    ALL.iter().find(|entry| entry.name == name)
}
