//! Why a request's token does not fit its parameters [v1 §2].

mod case;
mod key;
mod text;

use self::case::Case;
use super::catalog::{Entry, Mistake, first};
use super::encoding;
use crate::{Key, token};

static TABLES: [&[Entry<Case>]; 2] = [key::TABLE, text::TABLE];

/// Why the token in a query's text is not the one of its parameters: it is made again under each
/// likely mistake. `None` where it is right or missing, and where no mistake fits.
pub fn of_token(key: &Key, query: &str) -> Option<&'static Mistake> {
    if token::verify(key, query).is_ok() {
        return None;
    }
    let case = Case::new(key, query)?;
    encoding::of(&case.token, &case.right_digest())
        .or_else(|| TABLES.iter().find_map(|table| first(table, &case)))
}

pub(super) fn all() -> impl Iterator<Item = &'static Mistake> {
    TABLES
        .iter()
        .flat_map(|table| table.iter())
        .map(|entry| &entry.mistake)
}
