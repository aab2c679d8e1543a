//! Two mistakes that were made at once: another key, another text, another function.

use super::algorithm;
use super::case::Case;
use super::key::wrong_keys;
use crate::hmac_sha256;
use crate::mistake::catalog::Mistake;
use crate::mistake::{Cause, LeftOut, Tried};

/// A text that may have been signed in place of the body.
pub(super) struct OtherText {
    pub(super) text: Vec<u8>,
    pub(super) mistake: &'static Mistake,
}

/// The most texts that are kept, the likelier first: each is tried with every key and function.
const MOST: usize = 64;

/// Keeps the texts of a mistake, each once.
pub(super) fn keep(
    kept: &mut Vec<OtherText>,
    texts: Option<Vec<Vec<u8>>>,
    mistake: &'static Mistake,
) {
    for text in texts.unwrap_or_default() {
        if kept.len() < MOST && !kept.iter().any(|known| known.text == text) {
            kept.push(OtherText { text, mistake });
        }
    }
}

/// The two mistakes that explain the signature.
pub(super) fn explain(case: &Case, texts: &[OtherText], tried: &mut Tried) -> Option<Cause> {
    if case.take_texts().is_none() {
        tried.leave_out(LeftOut::TwoAtOnce);
        return None;
    }
    let before = case.computed.get();
    let keys = wrong_keys(case);
    let found = key_and_text(case, &keys, texts)
        .or_else(|| function_and_text(case, texts))
        .or_else(|| key_and_function(case, &keys));
    tried.add_at_once(case.computed.get() - before);
    found
}

type WrongKeys = [(&'static Mistake, Vec<u8>)];

fn key_and_text(case: &Case, keys: &WrongKeys, texts: &[OtherText]) -> Option<Cause> {
    keys.iter().find_map(|(mistake, key)| {
        let signed = |other: &&OtherText| case.is(&hmac_sha256::digest(key, &other.text));
        let other = texts.iter().find(signed)?;
        Some(Cause::two(mistake, other.mistake))
    })
}

fn function_and_text(case: &Case, texts: &[OtherText]) -> Option<Cause> {
    algorithm::TABLE.iter().find_map(|function| {
        let signed = |other: &&OtherText| {
            let digests = (function.digests)(case.key.as_bytes(), &other.text);
            digests.iter().any(|digest| case.is(digest))
        };
        let other = texts.iter().find(signed)?;
        Some(Cause::two(&function.mistake, other.mistake))
    })
}

fn key_and_function(case: &Case, keys: &WrongKeys) -> Option<Cause> {
    keys.iter().find_map(|(mistake, key)| {
        let function = algorithm::TABLE.iter().find(|function| {
            let digests = (function.digests)(key, &case.body);
            digests.iter().any(|digest| case.is(digest))
        })?;
        Some(Cause::two(mistake, &function.mistake))
    })
}
