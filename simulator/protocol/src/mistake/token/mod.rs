//! Why a request's token does not fit its parameters [v1 §2].

mod case;
mod function;
mod key;
mod text;

use self::case::Case;
use super::catalog::Mistake;
use super::mistaken::{Mistaken, distinct};
use super::{Cause, Context, Diagnosis, Family, LeftOut, Tried, encoding};
use crate::params::Reading;
use crate::{Key, Params, hmac_sha256, token};

/// Why the token in a query's text (what stands behind the `?`) is not the one of its parameters:
/// it is made again under each likely mistake, then under two at once.
pub fn of_token(key: &Key, query: &str, context: &Context<'_>) -> Diagnosis {
    if token::verify(key, query).is_ok() {
        return Diagnosis::Right;
    }
    explain(Case::new(key, query, None, context))
}

/// Why `computed`, which somebody computed for the parameters of a query, is not their token. The
/// token in the query does not matter.
pub fn of_computed_token(
    key: &Key,
    query: &str,
    computed: &str,
    context: &Context<'_>,
) -> Diagnosis {
    let Some(case) = Case::new(key, query, Some(computed), context) else {
        return Diagnosis::Unknown(Tried::nothing(LeftOut::NoValue));
    };
    if encoding::is_right(computed, &case.right_digest()) {
        return Diagnosis::Right;
    }
    explain(Some(case))
}

/// Why `text`, which somebody took for the text to sign of a query's parameters, is not that: it is
/// signed rightly, and the token that comes out is looked into.
pub fn of_signed_text(key: &Key, query: &str, text: &str, context: &Context<'_>) -> Diagnosis {
    let time_stamp = Params::parse(query, Reading::Form)
        .remove(token::TIME_STAMP)
        .unwrap_or_default();
    let mac_key = [key.expose(), &time_stamp].concat();
    let digest = hmac_sha256::digest(mac_key.as_bytes(), text.as_bytes());
    of_computed_token(key, query, &encoding::right(&digest), context)
}

/// The tokens of a query's parameters as somebody who makes one mistake computes them, the likelier
/// first. The token in the query does not matter.
pub fn mistaken_tokens(key: &Key, query: &str) -> Vec<Mistaken> {
    // No digest is written like this: nothing fits, and every text is tried.
    let Some(case) = Case::new(key, query, Some("-"), &Context::default()) else {
        return Vec::new();
    };
    let (right_key, right_text) = (case.right_key(), case.right_text());
    let right = case.right_digest();
    let token =
        |key: &[u8], text: &str| encoding::right(&hmac_sha256::digest(key, text.as_bytes()));
    let keys = key::wrong_keys(&case).into_iter();
    let keys =
        keys.map(|(mistake, key)| Mistaken::new(mistake, token(key.as_bytes(), &right_text)));
    let texts = text::TABLE.iter().flat_map(|entry| {
        (entry.made)(&case);
        let texts = case.take_texts().into_iter();
        let made =
            texts.map(|text| Mistaken::new(&entry.mistake, token(right_key.as_bytes(), &text)));
        made.collect::<Vec<_>>()
    });
    let functions = function::TABLE.iter().flat_map(|function| {
        let digests = (function.digests)(right_key.as_bytes(), right_text.as_bytes());
        let written = |digest: Vec<u8>| Mistaken::new(&function.mistake, encoding::right(&digest));
        digests.into_iter().map(written)
    });
    let writings = encoding::wrong_writings(&right).into_iter();
    let writings = writings.map(|(mistake, text)| Mistaken::new(mistake, text));
    distinct(
        &encoding::right(&right),
        keys.chain(writings).chain(functions).chain(texts),
    )
}

fn explain(case: Option<Case>) -> Diagnosis {
    let Some(case) = case else {
        return Diagnosis::Unknown(Tried::nothing(LeftOut::NoValue));
    };
    if let Some(mistake) = encoding::of(&case.token, &case.right_digest()) {
        return Diagnosis::Named(Cause::one(mistake));
    }
    let mut tried = Tried::default();
    let mut texts = Vec::new();
    let found = other_key(&case, &mut tried)
        .or_else(|| other_text(&case, &mut texts, &mut tried))
        .or_else(|| other_function(&case, &mut tried));
    if let Some(mistake) = found {
        // Found by its bytes; they may be written down wrongly on top of it.
        let writing = encoding::of(&case.token, &case.found());
        return Diagnosis::Named(Cause::with(mistake, writing));
    }
    two_at_once(&case, &texts, &mut tried).map_or(Diagnosis::Unknown(tried), Diagnosis::Named)
}

fn other_key(case: &Case, tried: &mut Tried) -> Option<&'static Mistake> {
    let text = case.right_text();
    let mut keys = key::wrong_keys(case).into_iter();
    keys.find_map(|(mistake, key)| {
        tried.add(Family::TokenKey, 1);
        let digest = hmac_sha256::digest(key.as_bytes(), text.as_bytes());
        case.is(&digest).then_some(mistake)
    })
}

/// A text that may have been signed in place of the right one, and the mistake that leads to it.
type OtherText = (&'static Mistake, String);

/// Another text was signed; those that were not are kept in `texts`.
fn other_text(
    case: &Case,
    texts: &mut Vec<OtherText>,
    tried: &mut Tried,
) -> Option<&'static Mistake> {
    for entry in text::TABLE {
        let before = case.computed.get();
        if (entry.made)(case) {
            return Some(&entry.mistake);
        }
        tried.add(Family::TokenText, case.computed.get() - before);
        for text in case.take_texts() {
            if !texts.iter().any(|(_, known)| *known == text) {
                texts.push((&entry.mistake, text));
            }
        }
    }
    None
}

fn other_function(case: &Case, tried: &mut Tried) -> Option<&'static Mistake> {
    let (key, text) = (case.right_key(), case.right_text());
    let found = function::TABLE.iter().find(|function| {
        let digests = (function.digests)(key.as_bytes(), text.as_bytes());
        digests.iter().any(|digest| {
            tried.add(Family::Function, 1);
            case.is(digest)
        })
    })?;
    Some(&found.mistake)
}

/// Another text, and another key or another function on top of it.
fn two_at_once(case: &Case, texts: &[OtherText], tried: &mut Tried) -> Option<Cause> {
    let before = case.computed.get();
    let keys = key::wrong_keys(case);
    let with_key = keys.iter().find_map(|(wrong, key)| {
        let signed =
            |(_, text): &&OtherText| case.is(&hmac_sha256::digest(key.as_bytes(), text.as_bytes()));
        texts
            .iter()
            .find(signed)
            .map(|(text, _)| Cause::two(wrong, text))
    });
    let right = case.right_key();
    let found = with_key.or_else(|| {
        function::TABLE.iter().find_map(|function| {
            let signed = |(_, text): &&OtherText| {
                let digests = (function.digests)(right.as_bytes(), text.as_bytes());
                digests.iter().any(|digest| case.is(digest))
            };
            let (text, _) = texts.iter().find(signed)?;
            Some(Cause::two(&function.mistake, text))
        })
    });
    tried.add_at_once(case.computed.get() - before);
    found
}

pub(super) fn all() -> impl Iterator<Item = (Family, &'static Mistake)> {
    let of = |family| move |mistake| (family, mistake);
    let functions = function::TABLE.iter().map(|function| &function.mistake);
    key::mistakes()
        .map(of(Family::TokenKey))
        .chain(
            text::TABLE
                .iter()
                .map(|entry| (Family::TokenText, &entry.mistake)),
        )
        .chain(functions.map(of(Family::Function)))
}
