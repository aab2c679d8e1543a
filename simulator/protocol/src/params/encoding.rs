//! Percent-encoding, as Java's `URLEncoder` and `URLDecoder` do it.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What `URLEncoder` escapes, but for the blank, which it writes as `+`.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'.')
    .remove(b'-')
    .remove(b'*')
    .remove(b'_')
    .remove(b' ');

/// Adds the form-encoded `text` to `out`.
pub(crate) fn encode_into(out: &mut String, text: &str) {
    for piece in utf8_percent_encode(text, ESCAPED) {
        if piece.contains(' ') {
            out.push_str(&piece.replace(' ', "+"));
        } else {
            out.push_str(piece);
        }
    }
}

/// Undoes percent-encoding and leaves `+` alone.
pub(super) fn percent_decode(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

/// Undoes form-encoding: `+` is a blank.
pub(super) fn form_decode(text: &str) -> Cow<'_, str> {
    if text.contains('+') {
        Cow::Owned(percent_decode(&text.replace('+', " ")).into_owned())
    } else {
        percent_decode(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_escapes_stay_as_they_are() {
        for text in ["%", "100%", "%4", "%zz", "%%41"] {
            let expected = text.replace("%41", "A");
            assert_eq!(percent_decode(text), expected, "{text}");
        }
    }

    #[test]
    fn bytes_that_are_no_utf8_are_replaced() {
        assert_eq!(percent_decode("a%FFb"), "a\u{fffd}b");
    }

    #[test]
    fn blank_becomes_plus_and_plus_becomes_an_escape() {
        let mut out = String::new();
        encode_into(&mut out, "a b+c");
        assert_eq!(out, "a+b%2Bc");
        assert_eq!(form_decode(&out), "a b+c");
        assert_eq!(percent_decode(&out), "a+b+c");
    }
}
