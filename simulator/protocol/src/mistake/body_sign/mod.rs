//! Why an answer's signature does not fit its body [v1 §3].

mod algorithm;
mod arrangement;
mod bytes;
mod case;
mod key;
mod spelling;

pub(super) use algorithm::{HMAC_MD5, HMAC_SHA1, HMAC_SHA512};

use self::case::Case;
use super::catalog::{Entry, Mistake, first};
use super::{Cause, Context, Diagnosis, Family, LeftOut, Tried, encoding};
use crate::Key;
use crate::body_sign::signature;

/// The largest body that is looked into, in bytes; a larger one would cost too much time.
const LARGEST: usize = 128 * 1024;

/// The tables, the likelier and the cheaper first.
static TABLES: [(Family, &[Entry<Case>]); 5] = [
    (Family::BodyKey, key::TABLE),
    (Family::BodyBytes, bytes::TABLE),
    (Family::BodyJson, spelling::TABLE),
    (Family::BodyJson, arrangement::TABLE),
    (Family::Function, algorithm::TABLE),
];

/// Why `text` is not the signature of `body`: it is made again under each likely mistake. A body
/// over 128 KiB is not looked into.
pub fn of_body_sign(key: &Key, text: &str, body: &[u8], context: &Context<'_>) -> Diagnosis {
    if text == signature(key, body) {
        return Diagnosis::Right;
    }
    if body.len() > LARGEST {
        return Diagnosis::Unknown(Tried::nothing(LeftOut::TooLarge));
    }
    let case = Case::new(key, text, body, context);
    if let Some(mistake) = encoding::of(text, &case.right_digest()) {
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
