//! Backends that take or answer a call of the gateway wrongly in exactly one thing.

mod billing;
mod entry;
mod serving;

use std::sync::LazyLock;

use crate::Entry;

static ALL: LazyLock<Vec<Entry>> =
    LazyLock::new(|| [entry::ENTRIES, serving::ENTRIES, billing::ENTRIES].concat());

/// All of them.
pub fn all() -> &'static [Entry] {
    &ALL
}

/// The one of this name.
pub fn find(name: &str) -> Option<&'static Entry> {
    ALL.iter().find(|entry| entry.name == name)
}
