//! Why an answer's signature does not fit its body [v1 §3].

mod algorithm;
mod arrangement;
mod bytes;
mod case;
mod key;
mod spelling;

pub use case::SignContext;

use self::case::Case;
use super::catalog::{Entry, Mistake, first};
use super::encoding;
use crate::Key;
use crate::body_sign::signature;

/// The largest body that is looked into, in bytes; a larger one would cost too much time.
const LARGEST: usize = 128 * 1024;

/// The tables, the likelier and the cheaper first.
static TABLES: [&[Entry<Case>]; 5] = [
    key::TABLE,
    bytes::TABLE,
    spelling::TABLE,
    arrangement::TABLE,
    algorithm::TABLE,
];

/// Why `signature` is not the one of `body`: it is made again under each likely mistake.
///
/// `None` where it is right, where no mistake fits, and for a body over 128 KiB.
pub fn of_body_sign(
    key: &Key,
    text: &str,
    body: &[u8],
    context: &SignContext<'_>,
) -> Option<&'static Mistake> {
    if body.len() > LARGEST || text == signature(key, body) {
        return None;
    }
    let case = Case::new(key, text, body, context);
    encoding::of(text, &case.right_digest())
        .or_else(|| TABLES.iter().find_map(|table| first(table, &case)))
}

pub(super) fn all() -> impl Iterator<Item = &'static Mistake> {
    TABLES
        .iter()
        .flat_map(|table| table.iter())
        .map(|entry| &entry.mistake)
}
