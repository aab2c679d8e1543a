//! The tables of faults and variations.

use std::fmt;
use std::sync::Arc;

use crate::behaviour::Behaviour;

/// One fault or variation.
#[derive(Clone, Copy)]
pub struct Entry {
    /// Its name, kebab-case: the name of its file.
    pub name: &'static str,
    /// The part of the interface that it is about: the name of its folder.
    pub area: &'static str,
    /// What such a seller does, one sentence: the first line of its file.
    pub about: &'static str,
    /// Makes it anew; some remember what they have seen.
    pub make: fn() -> Arc<dyn Behaviour>,
}

/// The folder of the faults that only a history shows.
const HISTORY: &str = "history";

impl Entry {
    /// Whether it takes a history that no scenario of the catalog plays to see it.
    pub fn needs_history(&self) -> bool {
        self.area == HISTORY
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Entry").field(&self.name).finish()
    }
}

/// Makes the modules of a folder and their table, from one line each.
///
/// Each file `area/some_name.rs` opens with one `//!` line that says what such a seller does, and
/// defines `Behaves`, the [`Behaviour`] that does it.
macro_rules! registry {
    ($($(#[$doc:meta])* $area:ident { $($name:ident,)+ })+) => {
        $($(#[$doc])* mod $area { $(pub(super) mod $name;)+ })+

        static ALL: &[$crate::registry::Entry] = &[$($(
            $crate::registry::Entry {
                name: {
                    const LEN: usize = stringify!($name).len();
                    const KEBAB: [u8; LEN] = $crate::registry::kebab(stringify!($name));
                    $crate::registry::text(&KEBAB)
                },
                area: stringify!($area),
                about: $crate::registry::first_line(include_str!(concat!(
                    stringify!($area), "/", stringify!($name), ".rs"
                ))),
                make: || std::sync::Arc::new(<$area::$name::Behaves as Default>::default()),
            },
        )+)+];

        /// All of them, in the order of their tables.
        pub fn all() -> &'static [$crate::registry::Entry] {
            ALL
        }

        /// The one of this name.
        pub fn find(name: &str) -> Option<&'static $crate::registry::Entry> {
            ALL.iter().find(|entry| entry.name == name)
        }
    };
}
pub(crate) use registry;

/// `some_name` as `some-name`.
pub(crate) const fn kebab<const N: usize>(snake: &str) -> [u8; N] {
    let mut kebab = [0; N];
    let mut at = 0;
    while at < N {
        let byte = snake.as_bytes()[at];
        kebab[at] = if byte == b'_' { b'-' } else { byte };
        at += 1;
    }
    kebab
}

/// The text of `bytes`, which must be UTF-8.
pub(crate) const fn text(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("a module's name is UTF-8"),
    }
}

/// The text of a file's first line, which must be a `//!` comment.
pub(crate) const fn first_line(file: &str) -> &str {
    let mut end = 0;
    while file.as_bytes()[end] != b'\n' {
        end += 1;
    }
    let (line, _) = file.split_at(end);
    let (marker, about) = line.split_at(4);
    assert!(
        matches!(marker.as_bytes(), b"//! "),
        "the file must open with a `//! ` line"
    );
    about
}
