//! The curl line of a call with a body.

use std::fmt::Write as _;

/// The line that makes the call: a POST of those bytes with those headers. `None` where the body is
/// no text, or holds what a shell cannot be given.
pub(super) fn line(address: &str, headers: &[(&str, String)], body: &[u8]) -> Option<String> {
    let body = str::from_utf8(body)
        .ok()
        .filter(|text| !text.contains('\0'))?;
    let mut line = format!("curl -i {}", quoted(address));
    for (name, value) in headers {
        let _ = write!(line, " -H {}", quoted(&format!("{name}: {value}")));
    }
    // curl takes no value that starts with @ for a file here.
    let _ = write!(line, " --data-raw {}", quoted(body));
    Some(line)
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_hands_the_body_over_as_it_is() {
        let headers = [("x-sign", "00".to_owned())];
        let body = "{\"a\":\"it's\\n\"}\n";
        let line = line("http://a/?b=c", &headers, body.as_bytes()).unwrap();
        let words = shlex::split(&line).unwrap();
        let expected = [
            "curl",
            "-i",
            "http://a/?b=c",
            "-H",
            "x-sign: 00",
            "--data-raw",
            body,
        ];
        assert_eq!(words, expected);
        assert_eq!(super::line("http://a/", &[], b"\xff"), None);
    }
}
