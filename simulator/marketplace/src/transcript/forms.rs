//! Many forms of secrets, looked for in one pass: every text of every exchange is asked for some four
//! hundred of them, and nearly all hold none.

use std::collections::HashMap;
use std::sync::Arc;

use super::redact::{REDACTED, SHORTEST};

/// So many counters say which beginnings there may be; each is looked up only where its counter is
/// not zero.
const COUNTERS: usize = 1 << 14;

/// Forms by how they begin: their first [`SHORTEST`] bytes, which every form has.
#[derive(Default)]
pub(super) struct Forms {
    known: HashMap<u64, Vec<Form>>,
    counters: Vec<u16>,
}

struct Form {
    text: Arc<str>,
    /// How many secrets have it.
    of: u32,
}

impl std::fmt::Debug for Forms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Forms").finish_non_exhaustive()
    }
}

impl Forms {
    /// Adds a form of a secret; one that is too short is passed over.
    pub(super) fn add(&mut self, form: &Arc<str>) {
        let Some(beginning) = beginning(form.as_bytes()) else {
            return;
        };
        let known = self.known.entry(beginning).or_default();
        if let Some(known) = known.iter_mut().find(|known| known.text == *form) {
            known.of += 1;
            return;
        }
        known.push(Form {
            text: Arc::clone(form),
            of: 1,
        });
        // Longer forms first, so that a form that begins another does not leave the rest of it behind.
        known.sort_unstable_by_key(|form| std::cmp::Reverse(form.text.len()));
        self.counters.resize(COUNTERS, 0);
        self.counters[counter(beginning)] += 1;
    }

    /// Takes back an addition.
    pub(super) fn remove(&mut self, form: &str) {
        let Some(beginning) = beginning(form.as_bytes()) else {
            return;
        };
        let Some(forms) = self.known.get_mut(&beginning) else {
            return;
        };
        let before = forms.len();
        forms.retain_mut(|known| {
            if *known.text == *form {
                known.of -= 1;
            }
            known.of > 0
        });
        if forms.len() < before {
            self.counters[counter(beginning)] -= 1;
        }
        if forms.is_empty() {
            self.known.remove(&beginning);
        }
    }

    /// `text` with every form replaced; untouched where there is none.
    pub(super) fn scrub(&self, text: String) -> String {
        if self.known.is_empty() {
            return text;
        }
        let mut clean = String::new();
        let (mut kept, mut window) = (0, 0);
        for (end, byte) in (1..).zip(text.bytes()) {
            window = slid(window, byte);
            // The window begins so many bytes before where it ends; in what is taken out none begins.
            let Some(begin) = usize::checked_sub(end, SHORTEST).filter(|begin| *begin >= kept)
            else {
                continue;
            };
            if let Some(form) = self.found(window, &text.as_bytes()[begin..]) {
                clean.push_str(&text[kept..begin]);
                clean.push_str(REDACTED);
                kept = begin + form.len();
            }
        }
        if kept == 0 {
            return text;
        }
        clean.push_str(&text[kept..]);
        clean
    }

    /// The longest form that `text` begins with, whose first bytes are `beginning`.
    fn found(&self, beginning: u64, text: &[u8]) -> Option<&str> {
        if self.counters[counter(beginning)] == 0 {
            return None;
        }
        let mut forms = self.known.get(&beginning)?.iter();
        let form = forms.find(|form| text.starts_with(form.text.as_bytes()))?;
        Some(&form.text)
    }
}

/// The first bytes as one number; there are fewer of them than it has room for.
fn beginning(bytes: &[u8]) -> Option<u64> {
    let bytes = bytes.get(..SHORTEST)?.iter();
    Some(bytes.fold(0, |number, byte| slid(number, *byte)))
}

/// The beginning that is one byte further on: the first byte falls out of the number.
fn slid(beginning: u64, byte: u8) -> u64 {
    const ROOM: u64 = (1 << (8 * SHORTEST)) - 1;
    ((beginning << 8) | u64::from(byte)) & ROOM
}

/// Which counter stands for a beginning, by Fibonacci hashing.
fn counter(beginning: u64) -> usize {
    let spread = beginning.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 50;
    usize::try_from(spread).unwrap_or(0) % COUNTERS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(texts: &[&str]) -> Forms {
        let mut forms = Forms::default();
        for text in texts {
            forms.add(&Arc::from(*text));
        }
        forms
    }

    #[test]
    fn a_form_is_met_wherever_it_stands_and_other_text_is_passed_over() {
        let texts = ["secret-1", "c2VjcmV0", "密码密码"];
        let forms = forms(&texts);
        for form in texts {
            for (before, after) in [("", ""), ("before ", ""), ("", " after"), ("密", "码")] {
                let scrubbed = forms.scrub(format!("{before}{form}{after}{form}"));
                assert_eq!(scrubbed, format!("{before}{REDACTED}{after}{REDACTED}"));
            }
        }
        for text in [
            "",
            "secre",
            "a text without any of them",
            "ecret-1",
            "密码密",
        ] {
            assert_eq!(forms.scrub(text.to_owned()), text);
        }
        assert_eq!(Forms::default().scrub("secret-1".to_owned()), "secret-1");
    }

    #[test]
    fn the_longest_form_is_taken_whole() {
        let forms = forms(&["c2VjcmV0", "c2VjcmV0MQ==", "c2VjcmV0MQ"]);
        for form in ["c2VjcmV0", "c2VjcmV0MQ==", "c2VjcmV0MQ"] {
            assert_eq!(forms.scrub(form.to_owned()), REDACTED);
        }
    }

    #[test]
    fn a_form_of_two_secrets_is_there_until_both_are_forgotten() {
        let mut forms = forms(&["secret-1", "secret-1", "secret-2"]);
        forms.remove("secret-1");
        assert_eq!(forms.scrub("secret-1".to_owned()), REDACTED);
        forms.remove("secret-1");
        forms.remove("never-added");
        assert_eq!(forms.scrub("secret-1".to_owned()), "secret-1");
        assert_eq!(forms.scrub("secret-2".to_owned()), REDACTED);
    }
}
