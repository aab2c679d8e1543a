//! What a mistake is, and all of them.

use std::collections::BTreeSet;

use super::{Family, body_sign, call, credential, encoding, hex_writing, sdk_hmac, token};

/// A mistake that explains a wrong signature, token or credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Its stable name, in kebab-case.
    pub slug: &'static str,
    /// What was done, as a sentence.
    pub explanation: &'static str,
    /// What to do instead, as a sentence.
    pub fix: &'static str,
}

/// A mistake and how to see that it was made in a case `C`.
pub(super) struct Entry<C: 'static> {
    pub(super) mistake: Mistake,
    pub(super) made: fn(&C) -> bool,
}

/// The first mistake of a table that was made.
pub(super) fn first<C: 'static>(table: &'static [Entry<C>], case: &C) -> Option<&'static Mistake> {
    table
        .iter()
        .find(|entry| (entry.made)(case))
        .map(|entry| &entry.mistake)
}

/// Every mistake that can be named, each once.
pub fn all() -> impl Iterator<Item = &'static Mistake> {
    let mut seen = BTreeSet::new();
    tables()
        .map(|(_, mistake)| mistake)
        .filter(move |mistake| seen.insert(mistake.slug))
}

/// The mistakes of a family, the likelier first, each once. Some belong to more than one family.
pub fn by_family(family: Family) -> impl Iterator<Item = &'static Mistake> {
    let mut seen = BTreeSet::new();
    tables()
        .filter(move |(known, _)| *known == family)
        .map(|(_, mistake)| mistake)
        .filter(move |mistake| seen.insert(mistake.slug))
}

/// The entries of every table.
fn tables() -> impl Iterator<Item = (Family, &'static Mistake)> {
    encoding::all()
        .chain(hex_writing::all())
        .chain(body_sign::all())
        .chain(token::all())
        .chain(call::all())
        .chain(sdk_hmac::all())
        .chain(credential::all())
}

/// The mistake of that slug.
pub fn find(slug: &str) -> Option<&'static Mistake> {
    all().find(|mistake| mistake.slug == slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_kebab_case_and_unique() {
        let mut slugs: Vec<_> = all().map(|mistake| mistake.slug).collect();
        for slug in &slugs {
            let is_kebab = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            assert!(slug.bytes().all(is_kebab), "{slug}");
            assert_eq!(find(slug).map(|mistake| mistake.slug), Some(*slug));
        }
        slugs.sort_unstable();
        assert!(slugs.is_sorted_by(|one, next| one < next), "{slugs:?}");
    }

    #[test]
    fn texts_are_sentences() {
        for mistake in all() {
            for text in [mistake.explanation, mistake.fix] {
                let first = text.chars().next().unwrap();
                assert!(
                    first.is_uppercase() && text.ends_with('.'),
                    "{}: {text}",
                    mistake.slug
                );
            }
        }
    }
}
