//! Where something is: in a call, in a file.

use std::borrow::Cow;

use galleria_scenarios::rule::Finding;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::lang::say;

/// What a path keeps when it becomes an address.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// Where in a call a finding was made.
pub(crate) fn place(finding: &Finding) -> Cow<'_, str> {
    if finding.place.is_empty() {
        say("the call")
    } else {
        Cow::Borrowed(&finding.place)
    }
}

/// The address of a file: relative where the path is.
pub(crate) fn file_uri(path: &str) -> String {
    let slashed = path.replace('\\', "/");
    let kept = slashed.trim_start_matches("./");
    let path = utf8_percent_encode(kept, PATH).to_string();
    if kept.starts_with('/') {
        format!("file://{path}")
    } else if is_drive(kept) {
        format!("file:///{}", path.replacen("%3A", ":", 1))
    } else {
        path
    }
}

/// Whether a path begins with the letter of a drive.
fn is_drive(path: &str) -> bool {
    let mut letters = path.chars();
    letters
        .next()
        .is_some_and(|letter| letter.is_ascii_alphabetic())
        && letters.next() == Some(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_addresses() {
        assert_eq!(file_uri("./mine/a b.toml"), "mine/a%20b.toml");
        assert_eq!(file_uri("/srv/中.toml"), "file:///srv/%E4%B8%AD.toml");
        assert_eq!(file_uri("C:\\mine\\a.toml"), "file:///C:/mine/a.toml");
    }
}
