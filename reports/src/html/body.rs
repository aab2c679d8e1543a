//! A body as the page shows it: indented where it is JSON, and as it was received.

use galleria_scenarios::transcript::Body;
use serde::de::IgnoredAny;

use crate::words::{counted, visible};

/// The characters of a body that are shown. The record and the JSON report hold more.
const SHOWN: usize = 8 * 1024;

/// A body to be shown.
pub(super) struct BodyView {
    /// The text, indented where it is JSON.
    pub(super) text: String,
    /// The text as it was received, where `text` is not that.
    pub(super) received: Option<String>,
    /// What is not shown, if anything.
    pub(super) note: Option<String>,
    /// How much was received.
    pub(super) size: String,
}

impl BodyView {
    pub(super) fn of(body: &Body) -> Self {
        let (shown, rest) = cut(&body.text);
        let indented = if rest == 0 { indented(shown) } else { None };
        let received = visible(shown).into_owned();
        let (text, received) = match indented {
            Some(text) if text != shown => (visible(&text).into_owned(), Some(received)),
            _ => (received, None),
        };
        let size = usize::try_from(body.bytes).unwrap_or(usize::MAX);
        Self {
            text,
            received,
            note: note(body, rest),
            size: counted(size, "byte"),
        }
    }
}

fn note(body: &Body, rest: usize) -> Option<String> {
    let mut notes = Vec::new();
    if rest > 0 {
        notes.push(format!(
            "The first {SHOWN} characters are shown; {rest} more are in the record and in report.json."
        ));
    }
    if body.cut {
        notes.push("The record holds the beginning of the body only.".to_owned());
    }
    if body.too_large {
        notes.push("The seller sent more than is read.".to_owned());
    }
    (!notes.is_empty()).then(|| notes.join(" "))
}

/// The beginning of a text, and how many characters follow it.
pub(super) fn cut(text: &str) -> (&str, usize) {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => (&text[..end], text[end..].chars().count()),
        None => (text, 0),
    }
}

/// JSON with a line a member. Only white space between tokens changes: names that occur twice,
/// spellings of numbers and escapes stay as the seller wrote them.
fn indented(text: &str) -> Option<String> {
    serde_json::from_str::<IgnoredAny>(text).ok()?;
    let mut out = String::with_capacity(text.len() * 2);
    let mut depth = 0;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                out.push(letter);
                copy_string(&mut letters, &mut out);
            }
            '{' | '[' => {
                out.push(letter);
                while letters.next_if(char::is_ascii_whitespace).is_some() {}
                if let Some(close) = letters.next_if(|next| matches!(next, '}' | ']')) {
                    out.push(close);
                } else {
                    depth += 1;
                    new_line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                new_line(&mut out, depth);
                out.push(letter);
            }
            ',' => {
                out.push(letter);
                new_line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            letter if letter.is_ascii_whitespace() => {}
            letter => out.push(letter),
        }
    }
    Some(out)
}

/// Copies the rest of a string, its closing quote included.
fn copy_string(letters: &mut impl Iterator<Item = char>, out: &mut String) {
    let mut escaped = false;
    for letter in letters {
        out.push(letter);
        match letter {
            '"' if !escaped => return,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    (0..depth).for_each(|_| out.push_str("  "));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_indented_without_changing_a_token() {
        let text = r#"{"a":"x, {y} \" z","a" : [1.00,[],{ }],"b":{"c":null}}"#;
        let expected = "{\n  \"a\": \"x, {y} \\\" z\",\n  \"a\": [\n    1.00,\n    [],\n    {}\n  ],\n  \"b\": {\n    \"c\": null\n  }\n}";
        assert_eq!(indented(text).as_deref(), Some(expected));
    }

    #[test]
    fn text_that_is_no_json_is_left_alone() {
        assert_eq!(indented("<html>"), None);
        assert_eq!(indented(&"[".repeat(4000)), None);
    }

    #[test]
    fn a_long_body_is_cut_between_characters_and_the_rest_is_counted() {
        let text = "中".repeat(SHOWN + 3);
        let (shown, rest) = cut(&text);
        assert_eq!((shown.chars().count(), rest), (SHOWN, 3));
    }
}
