//! Taking secrets out of text, in every form in which they travel.

use std::fmt::Write as _;

use aho_corasick::{AhoCorasick, MatchKind};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// What stands in place of a secret.
pub const REDACTED: &str = "[redacted]";

/// The shortest secret that is searched for anywhere, in bytes. A shorter one occurs in ordinary
/// text, where taking it out would destroy the evidence; it is looked for as a whole JSON string.
pub(super) const SHORTEST: usize = 6;

/// Finds secrets in text: as they are, URL-encoded, Base64-coded, JSON-escaped.
#[derive(Clone, Default)]
pub struct Redactor {
    forms: Vec<String>,
    /// Finds all forms in one pass. Worth its making where much text is scrubbed.
    index: Option<AhoCorasick>,
}

impl std::fmt::Debug for Redactor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Redactor")
            .field("forms", &self.forms.len())
            .finish_non_exhaustive()
    }
}

impl Redactor {
    /// A redactor for these secrets; empty ones are passed over.
    pub fn new<'a>(secrets: impl IntoIterator<Item = &'a str>) -> Self {
        let mut forms: Vec<String> = Vec::new();
        for secret in secrets.into_iter().filter(|secret| !secret.is_empty()) {
            if secret.len() < SHORTEST {
                forms.extend(serde_json::to_string(secret));
            } else {
                forms.extend(forms_of(secret));
            }
        }
        // Longer forms first, so that a form inside another does not leave the rest of it behind.
        forms.sort_unstable_by(|one, other| other.len().cmp(&one.len()).then(one.cmp(other)));
        forms.dedup();
        Self { forms, index: None }
    }

    /// The same for a whole run's text.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        let builder = || {
            AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostLongest)
                .build(&self.forms)
        };
        self.index = Some(&self.forms)
            .filter(|forms| !forms.is_empty())
            .and_then(|_| builder().ok());
        self
    }

    /// `text` with every secret replaced; untouched where there is none.
    pub fn scrub(&self, text: String) -> String {
        match &self.index {
            Some(index) if !index.is_match(&text) => text,
            _ => self.forms.iter().fold(text, |text, form| {
                if text.contains(form.as_str()) {
                    text.replace(form, replacement(form))
                } else {
                    text
                }
            }),
        }
    }
}

/// A form that is a whole JSON string stays one.
fn replacement(form: &str) -> &'static str {
    if form.starts_with('"') && form.ends_with('"') {
        "\"[redacted]\""
    } else {
        REDACTED
    }
}

pub(super) fn forms_of(secret: &str) -> Vec<String> {
    let mut forms = coded(secret);
    forms.push(secret.to_owned());
    // Letters and digits stand as they are in every other coding.
    if !secret.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        forms.extend(in_urls(secret));
    }
    if secret.contains(|letter: char| !letter.is_ascii() || letter < ' ' || "\"\\".contains(letter))
    {
        forms.extend(in_json(secret));
    }
    // PHP writes a slash so, unless it is told not to.
    let slashed: Vec<String> = forms
        .iter()
        .filter(|form| form.contains('/'))
        .map(|form| form.replace('/', "\\/"))
        .collect();
    forms.extend(slashed);
    forms
}

/// A secret in Base64, of both alphabets, with and without padding.
fn coded(secret: &str) -> Vec<String> {
    let mut forms = vec![STANDARD.encode(secret)];
    if forms[0].contains(['+', '/']) {
        forms.push(URL_SAFE.encode(secret));
    }
    let bare = |form: &String| form.trim_end_matches('=').to_owned();
    if forms[0].ends_with('=') {
        forms.extend(forms.iter().map(bare).collect::<Vec<_>>());
    }
    forms
}

/// A secret as URLs and forms write it.
fn in_urls(secret: &str) -> [String; 4] {
    let percent = utf8_percent_encode(secret, NON_ALPHANUMERIC).to_string();
    let form: String = percent
        .replace("%20", "+")
        .replace("%2D", "-")
        .replace("%2E", ".")
        .replace("%5F", "_")
        .replace("%2A", "*");
    [lower_hex(&percent), lower_hex(&form), percent, form]
}

/// A secret as JSON writes it, also within a text of JSON, as sellers quote what they were sent.
fn in_json(secret: &str) -> [String; 4] {
    let json = serde_json::to_string(secret).unwrap_or_default();
    let bare = json
        .strip_prefix('"')
        .and_then(|json| json.strip_suffix('"'));
    let json = bare.unwrap_or(&json).to_owned();
    let escaped: String = json.chars().map(escaped).collect();
    let twice = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
    [twice(&json), twice(&escaped), json, escaped]
}

/// The same coding with the digits of its bytes in lower case, and every letter as it is.
fn lower_hex(percent: &str) -> String {
    let mut text = String::with_capacity(percent.len());
    let mut digits = 0;
    for letter in percent.chars() {
        text.push(if digits > 0 {
            letter.to_ascii_lowercase()
        } else {
            letter
        });
        digits = match letter {
            '%' => 2,
            _ => u8::saturating_sub(digits, 1),
        };
    }
    text
}

/// A character as JSON may write it: beyond ASCII as `\uXXXX`.
fn escaped(letter: char) -> String {
    if letter.is_ascii() {
        return letter.to_string();
    }
    let mut text = String::new();
    for unit in letter.encode_utf16(&mut [0; 2]) {
        let _ = write!(text, "\\u{unit:04x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_found_in_every_form() {
        let secret = "pass word/密码+1";
        let redactor = Redactor::new([secret]);
        for form in forms_of(secret) {
            let text = format!("before {form} after");
            let scrubbed = redactor.scrub(text.clone());
            assert_eq!(scrubbed, format!("before {REDACTED} after"), "{form}");
            assert_eq!(redactor.clone().indexed().scrub(text), scrubbed, "{form}");
        }
    }

    #[test]
    fn codings_keep_the_letters_of_a_secret() {
        let forms = forms_of("Pa\"ss/w\u{f6}rd");
        for form in [
            "Pa%22ss%2fw%c3%b6rd",
            "Pa%22ss%2Fw%C3%B6rd",
            "Pa\\\"ss\\/w\u{f6}rd",
            "Pa\\\\\\\"ss/w\\\\u00f6rd",
        ] {
            assert!(
                forms.iter().any(|known| known == form),
                "{form}: {forms:#?}"
            );
        }
    }

    #[test]
    fn no_coding_is_left_out_where_it_differs() {
        use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
        let secrets = [
            "abc123",
            "ab-c.d_",
            "a/b+c=",
            "\"quoted\"",
            "tab\tnew",
            "密码 1",
            "~~~???>>>",
        ];
        for secret in secrets {
            let forms = forms_of(secret);
            let expected = [
                secret.to_owned(),
                STANDARD.encode(secret),
                STANDARD_NO_PAD.encode(secret),
                URL_SAFE.encode(secret),
                URL_SAFE_NO_PAD.encode(secret),
                utf8_percent_encode(secret, NON_ALPHANUMERIC).to_string(),
            ];
            let json = serde_json::to_string(secret).unwrap();
            let json = [json[1..json.len() - 1].to_owned()];
            for form in expected.iter().chain(&json) {
                assert!(forms.contains(form), "{secret}: {form} in {forms:?}");
                let slashed = form.replace('/', "\\/");
                assert!(forms.contains(&slashed), "{secret}: {slashed} in {forms:?}");
            }
        }
    }

    #[test]
    fn text_without_a_secret_is_left_alone() {
        let redactor = Redactor::new(["obviously-fake-key"]);
        assert_eq!(redactor.scrub("nothing here".to_owned()), "nothing here");
    }

    #[test]
    fn a_short_secret_is_found_as_a_whole_json_string_only() {
        let redactor = Redactor::new(["admin", ""]);
        let scrubbed = redactor.scrub(r#"{"userName":"admin","memo":"ask an admin"}"#.to_owned());
        assert_eq!(
            scrubbed,
            r#"{"userName":"[redacted]","memo":"ask an admin"}"#
        );
    }
}
