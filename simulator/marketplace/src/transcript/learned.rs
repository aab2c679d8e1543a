//! Secrets that sellers handed over: later answers may repeat them, as they are or coded.

use std::collections::VecDeque;
use std::sync::Arc;

use super::forms::Forms;
use super::redact::{SHORTEST, forms_of};

/// So many secrets of earlier answers are looked for in later ones.
const REMEMBERED: usize = 32;

/// The newest secrets, each with every form in which it may come again.
#[derive(Debug, Default)]
pub(super) struct Learned {
    secrets: VecDeque<Secret>,
    forms: Forms,
}

struct Secret {
    text: String,
    forms: Vec<Arc<str>>,
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

impl Learned {
    /// Remembers the secrets of an answer, all of them at least until the next one: those that are
    /// long enough to be looked for anywhere.
    pub(super) fn learn(&mut self, secrets: &[String]) {
        while self.secrets.len() > REMEMBERED {
            self.forget_oldest();
        }
        for text in secrets {
            if text.len() < SHORTEST || self.secrets.iter().any(|known| known.text == *text) {
                continue;
            }
            let mut forms = forms_of(text);
            forms.sort_unstable();
            forms.dedup();
            let forms: Vec<Arc<str>> = forms.into_iter().map(Arc::from).collect();
            for form in &forms {
                self.forms.add(form);
            }
            let text = text.clone();
            self.secrets.push_back(Secret { text, forms });
        }
    }

    fn forget_oldest(&mut self) {
        for form in self.secrets.pop_front().into_iter().flat_map(|s| s.forms) {
            self.forms.remove(&form);
        }
    }

    /// `text` with what is remembered taken out; most texts hold none of it.
    pub(super) fn scrub(&self, text: String) -> String {
        self.forms.scrub(text)
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
        learned.learn(&[]);
        assert_eq!(learned.scrub(secret.clone()), secret);
        assert_eq!(learned.secrets.len(), REMEMBERED);
    }

    #[test]
    fn all_secrets_of_one_answer_are_taken_out_of_it() {
        let mut learned = Learned::default();
        let many: Vec<String> = (0..200).map(|n| format!("password-{n:03}")).collect();
        learned.learn(&many);
        assert!(
            many.iter()
                .all(|secret| learned.scrub(secret.clone()) == "[redacted]")
        );
    }
}
