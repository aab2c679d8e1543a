//! `SDK-HMAC-SHA256`, step by step as the signing guide tells it.

use sha2::{Digest, Sha256};

use super::call::hex;
use super::hmac;

/// The canonical request of decoded path segments, decoded parameters and headers in lower case.
pub(crate) fn canonical_request(
    method: &str,
    segments: &[String],
    query: &[(String, String)],
    headers: &[(String, String)],
    body: &[u8],
) -> String {
    let mut uri = String::from("/");
    for segment in segments {
        uri += &encode(segment);
        uri += "/";
    }
    let mut query = query.to_vec();
    query.sort();
    let query: Vec<_> = query
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect();
    let mut headers = headers.to_vec();
    headers.sort();
    let mut text = format!("{method}\n{uri}\n{}\n", query.join("&"));
    for (name, value) in &headers {
        text.extend([name, ":", value.trim(), "\n"]);
    }
    let names: Vec<_> = headers.iter().map(|(name, _)| name.as_str()).collect();
    text + &format!("\n{}\n{}", names.join(";"), sha256(body))
}

/// The signature of a canonical request.
pub(crate) fn sign(secret: &str, date: &str, canonical_request: &str) -> String {
    let hash = sha256(canonical_request.as_bytes());
    let text = format!("SDK-HMAC-SHA256\n{date}\n{hash}");
    hex(&hmac::sha256(secret.as_bytes(), text.as_bytes()))
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Percent-encoded byte by byte.
pub(crate) fn encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'~' | b'_' => {
                out.push(char::from(byte));
            }
            _ => out.extend(format!("%{byte:02X}").chars()),
        }
    }
    out
}
