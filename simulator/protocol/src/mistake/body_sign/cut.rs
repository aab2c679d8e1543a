//! A body that was cut because its characters were counted for its bytes.
//!
//! What was cut off was signed and never came, so the signature cannot show it. But the cut itself
//! can: JSON that breaks off, short of about as many bytes as its letters beyond ASCII take more
//! than one.

use crate::mistake::Cause;
use crate::mistake::catalog::Mistake;

static LENGTH_IN_CHARACTERS: Mistake = Mistake {
    slug: "content-length-in-characters",
    explanation: "The JSON breaks off, and lacks about as many bytes as its letters beyond ASCII take \
                  more than one: Content-Length tells the characters of the body, not its bytes.",
    fix: "Encode the body as UTF-8 first, and tell the length of those bytes (or let the framework \
          tell it).",
};

pub(super) fn mistakes() -> impl Iterator<Item = &'static Mistake> {
    std::iter::once(&LENGTH_IN_CHARACTERS)
}

/// The mistake of a body that was cut so, as far as it shows it. It is to be asked only of a body
/// that came whole as its Content-Length tells.
pub fn of_cut_body(body: &[u8]) -> Option<Cause> {
    let (text, in_letter) = match str::from_utf8(body) {
        Ok(text) => (text, false),
        // No error length: the bytes end within a letter.
        Err(error) if error.error_len().is_none() => {
            (str::from_utf8(&body[..error.valid_up_to()]).ok()?, true)
        }
        Err(_) => return None,
    };
    let read = serde_json::from_str::<serde::de::IgnoredAny>(text);
    let is_cut = text.trim_start().starts_with('{') && read.is_err_and(|error| error.is_eof());
    let surplus = text.len() - text.chars().count();
    let fits = in_letter || surplus > 0 && closers(text) <= surplus;
    (is_cut && fits).then(|| Cause::one(&LENGTH_IN_CHARACTERS))
}

/// The fewest bytes that would close the JSON.
fn closers(text: &str) -> usize {
    let mut open = 0usize;
    let mut in_string = false;
    let mut escaped = false;
    for letter in text.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            '{' | '[' if !in_string => open += 1,
            '}' | ']' if !in_string => open = open.saturating_sub(1),
            _ => {}
        }
    }
    open + usize::from(in_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A body cut after as many bytes as it has characters.
    fn cut(body: &str) -> &[u8] {
        &body.as_bytes()[..body.chars().count()]
    }

    #[test]
    fn a_body_cut_by_its_characters_is_known() {
        for body in [
            r#"{"resultCode":"000000","resultMsg":"购买成功"}"#,
            r#"{"resultMsg":"购买成功","resultCode":"000000","instanceId":"id-1"}"#,
            r#"{"resultCode":"000000","resultMsg":"é"}"#,
        ] {
            assert!(of_cut_body(cut(body)).is_some(), "{body}");
        }
    }

    #[test]
    fn other_bodies_are_not() {
        let ascii = r#"{"resultCode":"000000","resultMsg":"success."}"#;
        let chinese = r#"{"resultCode":"000000","resultMsg":"购买成功"}"#;
        for body in [
            ascii.as_bytes(),
            chinese.as_bytes(),
            &ascii.as_bytes()[..20],
            b"",
            b"<html>\xe8",
            b"\xff\xfe",
        ] {
            assert_eq!(of_cut_body(body), None);
        }
    }

    #[test]
    fn a_body_that_lacks_more_than_its_letters_tell_is_not() {
        let body = r#"{"a":[[[[{"b":"é"#;
        assert_eq!(of_cut_body(body.as_bytes()), None);
    }
}
