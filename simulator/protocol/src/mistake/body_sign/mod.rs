//! Why an answer's signature does not fit its body [v1 §3].

mod algorithm;
mod around;
mod arrangement;
mod bytes;
mod case;
mod cut;
mod key;
mod pair;
mod spelling;

pub(super) use algorithm::{HMAC_MD5, HMAC_SHA1, HMAC_SHA512};
pub use around::of_surrounded_body;
pub use cut::of_cut_body;

use self::case::Case;
use self::pair::OtherText;
use super::catalog::{Entry, Mistake};
use super::{Cause, Context, Diagnosis, Family, LeftOut, Tried, encoding};
use crate::body_sign::signature;
use crate::{Key, hmac_sha256};

/// The largest body that is looked into, in bytes; a larger one would cost too much time.
const LARGEST: usize = 128 * 1024;

/// The tables of other texts, the likelier and the cheaper first.
static TEXTS: [(Family, &[Entry<Case>]); 3] = [
    (Family::BodyBytes, bytes::TABLE),
    (Family::BodyJson, spelling::TABLE),
    (Family::BodyJson, arrangement::TABLE),
];

/// Why `text` is not the signature of `body`: it is made again under each likely mistake, then under
/// two at once. A body over 128 KiB is not looked into, one over 8 KiB not for two at once.
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
    let mut texts = Vec::new();
    let found = other_key(&case, &mut tried)
        .or_else(|| other_text(&case, &mut texts, &mut tried))
        .or_else(|| other_function(&case, &mut tried));
    if let Some(mistake) = found {
        // Found by its bytes; they may be written down wrongly on top of it.
        let writing = encoding::of(text, &case.found());
        return Diagnosis::Named(Cause::with(mistake, writing));
    }
    pair::explain(&case, &texts, &mut tried)
        .or_else(|| of_cut_body(body))
        .map_or(Diagnosis::Unknown(tried), Diagnosis::Named)
}

/// The body was signed with another key.
fn other_key(case: &Case, tried: &mut Tried) -> Option<&'static Mistake> {
    let mut keys = key::wrong_keys(case).into_iter();
    keys.find_map(|(mistake, key)| {
        tried.add(Family::BodyKey, 1);
        case.is(&hmac_sha256::digest(&key, &case.body))
            .then_some(mistake)
    })
}

/// Another text was signed; those that were not are kept in `texts`.
fn other_text(
    case: &Case,
    texts: &mut Vec<OtherText>,
    tried: &mut Tried,
) -> Option<&'static Mistake> {
    for (family, table) in TEXTS {
        for entry in table {
            let before = case.computed.get();
            if (entry.made)(case) {
                return Some(&entry.mistake);
            }
            tried.add(family, case.computed.get() - before);
            pair::keep(texts, case.take_texts(), &entry.mistake);
        }
    }
    None
}

/// The body was signed with another function.
fn other_function(case: &Case, tried: &mut Tried) -> Option<&'static Mistake> {
    algorithm::TABLE.iter().find_map(|function| {
        let digests = (function.digests)(case.key.as_bytes(), &case.body);
        digests
            .iter()
            .any(|digest| {
                tried.add(Family::Function, 1);
                case.is(digest)
            })
            .then_some(&function.mistake)
    })
}

pub(super) fn all() -> impl Iterator<Item = (Family, &'static Mistake)> {
    let of = |family| move |mistake| (family, mistake);
    let texts = TEXTS
        .iter()
        .flat_map(|(family, table)| table.iter().map(|entry| (*family, &entry.mistake)));
    key::mistakes()
        .map(of(Family::BodyKey))
        .chain(texts)
        .chain(cut::mistakes().map(of(Family::BodyBytes)))
        .chain(
            algorithm::TABLE
                .iter()
                .map(|function| (Family::Function, &function.mistake)),
        )
}
