//! The texts that a call is turned into before it is signed.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use sha2::{Digest, Sha256};

use super::call::Call;
use super::{ALGORITHM, BODY_HASH};
use crate::params::{Reading, pairs};

/// What RFC 3986 leaves as it is, besides letters and digits.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// The canonical request: method, path, query, headers, names of the headers, and body hash, a line
/// each. `signed_headers` may have any order and case. `reading` tells what a `+` in the query is.
pub fn canonical_request(call: &Call, signed_headers: &[String], reading: Reading) -> String {
    let names = sorted_names(signed_headers);
    [
        call.method.clone(),
        canonical_uri(&call.path),
        canonical_query(&call.query, reading),
        canonical_headers(call, &names),
        names.join(";"),
        body_hash(call),
    ]
    .join("\n")
}

/// The string to sign: algorithm, time, and SHA-256 of the canonical request, a line each.
pub fn string_to_sign(date: &str, canonical_request: &str) -> String {
    format!(
        "{ALGORITHM}\n{date}\n{}",
        hash(canonical_request.as_bytes())
    )
}

/// The path with each segment percent-encoded, always with a slash at its end.
pub(crate) fn canonical_uri(path: &str) -> String {
    let segments = path.split('/').map(|segment| {
        let segment = percent_decode_str(segment).decode_utf8_lossy();
        encoded(&segment)
    });
    let mut uri = segments.collect::<Vec<_>>().join("/");
    if !uri.starts_with('/') {
        uri.insert(0, '/');
    }
    if !uri.ends_with('/') {
        uri.push('/');
    }
    uri
}

/// The parameters sorted by name, then by value, percent-encoded; an empty value keeps its `=`.
pub(crate) fn canonical_query(query: &str, reading: Reading) -> String {
    let mut pairs: Vec<_> = pairs(query, reading).collect();
    pairs.sort();
    let pairs = pairs
        .iter()
        .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// A line for each value of each of the headers, with a line end behind the last one too.
pub(crate) fn canonical_headers(call: &Call, names: &[String]) -> String {
    let mut lines = String::new();
    for name in names {
        for value in call.header(name) {
            lines.push_str(name);
            lines.push(':');
            lines.push_str(value.trim());
            lines.push('\n');
        }
    }
    lines
}

/// The SHA-256 of the body, unless a header says what stands in its place.
pub(crate) fn body_hash(call: &Call) -> String {
    match call.header(BODY_HASH).next() {
        Some(value) => value.trim().to_owned(),
        None => hash(&call.body),
    }
}

/// Names in lower case, sorted, each once.
pub(super) fn sorted_names(names: &[String]) -> Vec<String> {
    let mut names: Vec<_> = names.iter().map(|name| name.to_ascii_lowercase()).collect();
    names.sort();
    names.dedup();
    names
}

/// Percent-encoded as RFC 3986 wants it.
pub(crate) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

/// SHA-256 in lower-case hexadecimal digits.
pub(crate) fn hash(data: &[u8]) -> String {
    hex::encode(Sha256::digest(data))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn path_is_encoded_once_and_ends_with_a_slash() {
        for (path, uri) in [
            ("", "/"),
            ("/", "/"),
            ("/a/b", "/a/b/"),
            ("a/", "/a/"),
            ("/a b/%E4%B8%AD~*", "/a%20b/%E4%B8%AD~%2A/"),
            ("/a//b%2Fc", "/a//b%2Fc/"),
        ] {
            assert_eq!(canonical_uri(path), uri, "{path}");
        }
    }

    #[test]
    fn query_is_sorted_and_encoded() {
        let query = "b=2&a=%E4%B8%AD&empty&a=1+1&B=x";
        assert_eq!(
            canonical_query(query, Reading::Form),
            "B=x&a=1%201&a=%E4%B8%AD&b=2&empty="
        );
        assert_eq!(canonical_query("a=1+1", Reading::Percent), "a=1%2B1");
        assert_eq!(canonical_query("", Reading::Form), "");
    }

    #[test]
    fn headers_are_lowercased_trimmed_and_sorted() {
        let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let call = Call {
            method: "GET".to_owned(),
            headers: vec![
                header("X-Sdk-Date", "20240317T144237Z"),
                header("Host", " mkt.myhuaweicloud.com "),
                header("Other", "x"),
            ],
            ..Call::default()
        };
        let names = ["X-Sdk-Date", "Host"].map(str::to_owned);
        assert_eq!(
            canonical_request(&call, &names, Reading::Form),
            "GET\n/\n\nhost:mkt.myhuaweicloud.com\nx-sdk-date:20240317T144237Z\n\n\
             host;x-sdk-date\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
    }

    #[test]
    fn header_replaces_the_hash_of_the_body() {
        let call = Call {
            headers: vec![(
                "X-Sdk-Content-Sha256".to_owned(),
                "UNSIGNED-PAYLOAD".to_owned(),
            )],
            body: b"{}".to_vec(),
            ..Call::default()
        };
        assert!(canonical_request(&call, &[], Reading::Form).ends_with("\nUNSIGNED-PAYLOAD"));
    }
}
