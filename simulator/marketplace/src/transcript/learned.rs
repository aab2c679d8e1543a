//! Secrets that sellers handed over: later answers may repeat them, as they are or coded.

use std::collections::VecDeque;

use super::beginnings::Beginnings;
use super::redact::{Redactor, SHORTEST, forms_of};

/// So many secrets of earlier answers are looked for in later ones.
const REMEMBERED: usize = 32;

/// The newest secrets, each with every form in which it may come again.
#[derive(Clone, Debug, Default)]
pub(super) struct Learned {
    secrets: VecDeque<Secret>,
    /// How the forms begin.
    beginnings: Beginnings,
}

#[derive(Clone)]
struct Secret {
    text: String,
    forms: Vec<String>,
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

impl Learned {
    /// Remembers the secrets of an answer.
    pub(super) fn learn(&mut self, secrets: &[String]) {
        for text in secrets {
            if text.len() < SHORTEST || self.secrets.iter().any(|known| known.text == *text) {
                continue;
            }
            if self.secrets.len() == REMEMBERED {
                self.secrets.pop_front();
            }
            let mut forms = forms_of(text);
            forms.sort_unstable();
            forms.dedup();
            self.secrets.push_back(Secret {
                text: text.clone(),
                forms,
            });
            let forms = self.secrets.iter().flat_map(|secret| &secret.forms);
            self.beginnings = Beginnings::of(forms.map(String::as_str));
        }
    }

    /// `text` with what is remembered taken out; most texts hold none of it.
    pub(super) fn scrub(&self, text: String) -> String {
        if !self.beginnings.may_occur_in(&text) {
            return text;
        }
        let in_text = |secret: &&Secret| {
            let mut forms = secret.forms.iter();
            forms.any(|form| form.len() <= text.len() && text.contains(form.as_str()))
        };
        let known: Vec<&str> = self
            .secrets
            .iter()
            .filter(in_text)
            .map(|secret| secret.text.as_str())
            .collect();
        if known.is_empty() {
            text
        } else {
            Redactor::new(known).scrub(text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_that_comes_again_is_found_in_every_form_and_older_ones_are_forgotten() {
        let mut learned = Learned::default();
        let secret = "pass/wörd+1".to_owned();
        learned.learn(&[secret.clone(), "short".to_owned()]);
        for form in forms_of(&secret) {
            assert_eq!(learned.scrub(format!("a {form} b")), "a [redacted] b");
        }
        assert_eq!(learned.scrub("short".to_owned()), "short");
        let others: Vec<String> = (0..REMEMBERED).map(|n| format!("other-{n:03}")).collect();
        learned.learn(&others);
        assert_eq!(learned.scrub(secret.clone()), secret);
        assert_eq!(learned.secrets.len(), REMEMBERED);
    }
}
