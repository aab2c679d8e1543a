//! A body in words: what a signature is sensitive to.

use crate::commands::toolbox::working::Working;

/// Tells the bytes that are signed: how many, how they start, how they end.
pub(super) fn describe(body: &[u8], working: &mut Working) {
    let heading = "Bytes that are signed: those of the body";
    working.count("bytes", heading, body.len(), body.len().to_string());
    working.pairs("form", "How they start and end", form(body));
}

fn form(body: &[u8]) -> Vec<(String, String)> {
    let start = if body.starts_with(b"\xef\xbb\xbf") {
        "with a byte order mark, which is signed too"
    } else if body.first().is_some_and(u8::is_ascii_whitespace) {
        "with white space, which is signed too"
    } else {
        "without a byte order mark"
    };
    let end = if body.ends_with(b"\r\n") {
        "with a line end (CR LF), which is signed too"
    } else if body.ends_with(b"\n") {
        "with a line end (LF), which is signed too"
    } else if body.last().is_some_and(u8::is_ascii_whitespace) {
        "with white space, which is signed too"
    } else {
        "without a line end"
    };
    let text = if str::from_utf8(body).is_ok() {
        "UTF-8"
    } else {
        "no UTF-8 text; the bytes are signed as they are"
    };
    [
        ("text", text.to_owned()),
        ("starts", start.to_owned()),
        ("ends", end.to_owned()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_a_signature_is_told() {
        let told = |body: &[u8]| {
            let pairs = form(body);
            pairs
                .into_iter()
                .map(|(_, value)| value)
                .collect::<Vec<_>>()
                .join("|")
        };
        assert_eq!(
            told(b"{}"),
            "UTF-8|without a byte order mark|without a line end"
        );
        assert!(told(b"\xef\xbb\xbf{}\n").contains("with a byte order mark"));
        assert!(told(b"{}\r\n").contains("CR LF") && told(b"{}\n").contains("(LF)"));
        assert!(told(b" {} ").ends_with("with white space, which is signed too"));
        assert!(told(b"\xff").contains("no UTF-8"));
    }
}
