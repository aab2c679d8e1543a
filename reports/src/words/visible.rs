//! Foreign text that is shown without being obeyed.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Text in which nothing is hidden: characters that move the cursor, change colours or turn the
/// direction of writing, and those that XML forbids, are written as `\u{1b}`. Line ends and tabs
/// stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text
        .chars()
        .any(|letter| is_hidden(letter) && !matches!(letter, '\n' | '\t'))
    {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        if is_hidden(letter) && !matches!(letter, '\n' | '\t') {
            push_escaped(&mut shown, letter);
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

/// The same on one line: line ends and tabs are written as `\n`, `\t` too.
pub fn on_one_line(text: &str) -> String {
    visible(text).replace('\n', "\\n").replace('\t', "\\t")
}

/// Every character beyond ASCII written as `\u{4e2d}`.
pub(crate) fn in_ascii(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii() {
            shown.push(letter);
        } else {
            push_escaped(&mut shown, letter);
        }
    }
    shown
}

fn push_escaped(text: &mut String, letter: char) {
    if letter == '\r' {
        text.push_str("\\r");
    } else {
        let _ = write!(text, "\\u{{{:x}}}", u32::from(letter));
    }
}

/// Joiners are left alone: scripts and emoji are written with them.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{61c}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_steers_a_terminal_or_turns_the_writing_is_made_visible() {
        assert_eq!(
            visible("a\u{1b}[31mb\u{202e}c\0"),
            "a\\u{1b}[31mb\\u{202e}c\\u{0}"
        );
        assert_eq!(visible("two\nlines\tand 中文\r"), "two\nlines\tand 中文\\r");
        assert_eq!(on_one_line("two\r\nlines"), "two\\r\\nlines");
        assert_eq!(in_ascii("é中"), "\\u{e9}\\u{4e2d}");
    }

    #[test]
    fn ordinary_text_is_not_copied() {
        assert!(matches!(visible("plain 中文 text"), Cow::Borrowed(_)));
    }
}
