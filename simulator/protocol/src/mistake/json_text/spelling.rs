//! Other escapes: the same strings in other letters. Outside of its strings JSON has neither
//! letters beyond ASCII nor slashes nor markup, so that the whole text can be gone through.

use std::fmt::Write;

/// Letters beyond ASCII as `\uXXXX`, lower-case hexadecimal digits.
pub(in crate::mistake) fn non_ascii_escaped(json: &str) -> String {
    escaped(json, |letter| !letter.is_ascii())
}

/// `/` as `\/`.
pub(in crate::mistake) fn slashes_escaped(json: &str) -> String {
    slashes_raw(json).replace('/', "\\/")
}

/// `\/` as `/`.
pub(in crate::mistake) fn slashes_raw(json: &str) -> String {
    unescaped(json, |escape| (escape == "\\/").then_some('/'))
}

/// Letters beyond ASCII and slashes escaped, as PHP's `json_encode` does unless told otherwise.
pub(in crate::mistake) fn php_escaped(json: &str) -> String {
    non_ascii_escaped(&slashes_escaped(json))
}

/// `<`, `>` and `&` as `\uXXXX`, as Go does; with `wide` also `=` and `'`, as Gson does.
pub(in crate::mistake) fn markup_escaped(json: &str, wide: bool) -> String {
    escaped(json, |letter| {
        "<>&".contains(letter) || wide && "='".contains(letter)
    })
}

/// `\uXXXX` of ASCII letters that need no escape, as the letters.
pub(in crate::mistake) fn markup_raw(json: &str) -> String {
    unescaped(json, |escape| {
        code_unit(escape).and_then(ascii_in_the_clear)
    })
}

/// Letters beyond ASCII as `?`, which Java puts where the charset of the process lacks them.
pub(in crate::mistake) fn non_ascii_lost(json: &str) -> String {
    json.chars()
        .map(|letter| if letter.is_ascii() { letter } else { '?' })
        .collect()
}

/// `\uXXXX` beyond ASCII as the letters themselves, surrogate pairs as one.
pub(in crate::mistake) fn non_ascii_raw(json: &str) -> String {
    let mut high = None;
    let mut out = String::with_capacity(json.len());
    for piece in pieces(json) {
        let unit = code_unit(piece).filter(|unit| *unit >= 0x80);
        let letters: String = match (high.take(), unit) {
            (None, Some(unit @ 0xd800..=0xdbff)) => {
                high = Some(unit);
                continue;
            }
            (None, Some(unit)) => String::from_utf16_lossy(&[unit]),
            (Some(high), Some(low)) => String::from_utf16_lossy(&[high, low]),
            (Some(high), None) => String::from_utf16_lossy(&[high]) + piece,
            (None, None) => piece.to_owned(),
        };
        out.push_str(&letters);
    }
    out
}

fn escaped(json: &str, needs: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(json.len());
    for letter in json.chars() {
        if needs(letter) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}").expect("text can always be written to a string");
            }
        } else {
            out.push(letter);
        }
    }
    out
}

fn unescaped(json: &str, letter: impl Fn(&str) -> Option<char>) -> String {
    let mut out = String::with_capacity(json.len());
    for piece in pieces(json) {
        match letter(piece) {
            Some(letter) => out.push(letter),
            None => out.push_str(piece),
        }
    }
    out
}

/// The text in pieces, each an escape of its own or text without one.
fn pieces(json: &str) -> impl Iterator<Item = &str> {
    let mut rest = json;
    std::iter::from_fn(move || {
        let length = match rest.as_bytes() {
            [] => return None,
            [b'\\', b'u', ..] => 6,
            [b'\\', ..] => 2,
            _ => rest.find('\\').unwrap_or(rest.len()),
        };
        // A broken escape may end early or within a letter; what is left of it stands alone.
        let (piece, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = behind;
        Some(piece)
    })
}

/// The code unit of a `\uXXXX`.
fn code_unit(escape: &str) -> Option<u16> {
    u16::from_str_radix(escape.strip_prefix("\\u")?, 16).ok()
}

fn ascii_in_the_clear(unit: u16) -> Option<char> {
    let letter = char::from(u8::try_from(unit).ok()?);
    ((' '..='~').contains(&letter) && letter != '"' && letter != '\\').then_some(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RAW: &str = r#"{"a":"中😀/<b>&'='","b":"q\"\\u4e2d\\"}"#;

    #[test]
    fn letters_beyond_ascii_are_escaped_and_back() {
        let escaped = non_ascii_escaped(RAW);
        assert_eq!(
            escaped,
            r#"{"a":"\u4e2d\ud83d\ude00/<b>&'='","b":"q\"\\u4e2d\\"}"#
        );
        assert_eq!(non_ascii_raw(&escaped), RAW);
    }

    #[test]
    fn slashes_are_escaped_and_back() {
        let escaped = slashes_escaped(RAW);
        assert!(escaped.contains(r"\/<b>"));
        assert_eq!(slashes_raw(&escaped), RAW);
        assert_eq!(slashes_escaped(&escaped), escaped);
    }

    #[test]
    fn markup_is_escaped_and_back() {
        let go = markup_escaped(RAW, false);
        assert!(go.contains(r"\u003cb\u003e\u0026'='"));
        let gson = markup_escaped(RAW, true);
        assert!(gson.contains(r"\u003cb\u003e\u0026\u0027\u003d\u0027"));
        assert_eq!(markup_raw(&go), RAW);
        assert_eq!(markup_raw(&gson), RAW);
    }

    #[test]
    fn broken_escapes_do_no_harm() {
        for text in [
            "\\",
            "\\u",
            "\\u12",
            "\\u中文",
            "\\ud83d",
            "\\ud83dx",
            "\\中",
        ] {
            for spell in [non_ascii_raw, slashes_raw, markup_raw, non_ascii_escaped] {
                spell(text);
            }
        }
        assert_eq!(non_ascii_raw(r"\ud83dx"), "\u{fffd}x");
    }
}
