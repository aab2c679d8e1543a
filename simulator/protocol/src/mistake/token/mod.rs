//! Why a request's token does not fit its parameters [v1 §2].

mod case;
mod key;
mod text;

use self::case::Case;
use super::catalog::{Entry, Mistake, first};
use super::{Cause, Context, Diagnosis, Family, LeftOut, Tried, encoding};
use crate::{Key, token};

static TABLES: [(Family, &[Entry<Case>]); 2] = [
    (Family::TokenKey, key::TABLE),
    (Family::TokenText, text::TABLE),
];

/// Why the token in a query's text (what stands behind the `?`) is not the one of its parameters:
/// it is made again under each likely mistake.
pub fn of_token(key: &Key, query: &str, context: &Context<'_>) -> Diagnosis {
    if token::verify(key, query).is_ok() {
        return Diagnosis::Right;
    }
    let Some(case) = Case::new(key, query, context) else {
        return Diagnosis::Unknown(Tried::nothing(LeftOut::NoValue));
    };
    if let Some(mistake) = encoding::of(&case.token, &case.right_digest()) {
        return Diagnosis::Named(Cause::one(mistake));
    }
    let mut tried = Tried::default();
    for (family, table) in TABLES {
        let before = case.computed.get();
        if let Some(mistake) = first(table, &case) {
            return Diagnosis::Named(Cause::one(mistake));
        }
        tried.add(family, case.computed.get() - before);
    }
    Diagnosis::Unknown(tried)
}

pub(super) fn all() -> impl Iterator<Item = (Family, &'static Mistake)> {
    TABLES
        .iter()
        .flat_map(|(family, table)| table.iter().map(|entry| (*family, &entry.mistake)))
}
