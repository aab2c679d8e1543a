//! A quick look whether a text may hold one of many secrets: it holds none where no form of one begins
//! in it. Every text of every exchange is asked for some four hundred forms, and nearly all hold none.

use std::collections::HashSet;

use super::redact::SHORTEST;

/// So many bits say which beginnings there may be; each is looked up only where its bit is set.
const BITS: usize = 1 << 14;

/// How the forms of secrets begin: their first [`SHORTEST`] bytes, which every form has.
#[derive(Clone, Default)]
pub(super) struct Beginnings {
    known: HashSet<u64>,
    bits: Vec<u64>,
}

impl std::fmt::Debug for Beginnings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Beginnings").finish_non_exhaustive()
    }
}

impl Beginnings {
    /// The beginnings of these forms.
    pub(super) fn of<'a>(forms: impl Iterator<Item = &'a str>) -> Self {
        let beginnings = forms.filter_map(|form| form.as_bytes().get(..SHORTEST));
        let known: HashSet<u64> = beginnings.map(number).collect();
        let mut bits = vec![0; BITS / 64];
        #[expect(
            clippy::iter_over_hash_type,
            reason = "bits are the same in whatever order they are set"
        )]
        for beginning in &known {
            let bit = bit(*beginning);
            bits[bit / 64] |= 1 << (bit % 64);
        }
        Self { known, bits }
    }

    /// Whether one of the forms may stand in `text`; `false` is certain.
    pub(super) fn may_occur_in(&self, text: &str) -> bool {
        if self.known.is_empty() {
            return false;
        }
        let mut windows = text.as_bytes().windows(SHORTEST);
        windows.any(|window| {
            let beginning = number(window);
            let bit = bit(beginning);
            self.bits[bit / 64] & (1 << (bit % 64)) != 0 && self.known.contains(&beginning)
        })
    }
}

/// The bytes as one number; there are fewer of them than it has room for.
fn number(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0, |number, byte| (number << 8) | u64::from(*byte))
}

/// Which bit stands for a beginning, by Fibonacci hashing.
fn bit(beginning: u64) -> usize {
    let spread = beginning.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 50;
    usize::try_from(spread).unwrap_or(0) % BITS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_met_wherever_it_stands_and_other_text_is_passed_over() {
        let forms = ["secret-1", "c2VjcmV0", "密码密码"];
        let beginnings = Beginnings::of(forms.into_iter());
        for form in forms {
            for text in [
                form.to_owned(),
                format!("before {form}"),
                format!("{form} after"),
            ] {
                assert!(beginnings.may_occur_in(&text), "{text}");
            }
        }
        for text in ["", "secre", "a text without any of them", "ecret-1"] {
            assert!(!beginnings.may_occur_in(text), "{text}");
        }
        assert!(!Beginnings::default().may_occur_in("secret-1"));
    }
}
