//! A request as it goes out.

use std::fmt::Write as _;

use bytes::Bytes;

use super::connection::USER_AGENT;

/// One request, ready to be sent: nothing is added to it but `Host`, `Connection` and `User-Agent`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// The HTTP method.
    pub method: http::Method,
    /// Path and query exactly as sent.
    pub target: String,
    /// The headers that this call has beside those of every call.
    pub headers: &'static [(&'static str, &'static str)],
    /// The headers that carry a signature, where it stands in no address.
    pub signed: Vec<(&'static str, String)>,
    /// The body; empty for GET.
    pub body: Bytes,
}

/// As the pages print them [v2 §1], the spelling of the charset included.
const JSON: &[(&str, &str)] = &[
    ("Accept", "application/json"),
    ("Content-Type", "application/json;charset=utf8"),
];

impl Outgoing {
    /// A GET.
    pub fn get(target: String) -> Self {
        Self {
            method: http::Method::GET,
            target,
            headers: &[],
            signed: Vec::new(),
            body: Bytes::new(),
        }
    }

    /// A POST of JSON.
    pub fn post_json(target: String, body: Bytes) -> Self {
        Self {
            method: http::Method::POST,
            target,
            headers: JSON,
            signed: Vec::new(),
            body,
        }
    }

    /// The same with headers that carry a signature.
    #[must_use]
    pub fn with_headers(self, signed: Vec<(&'static str, String)>) -> Self {
        Self { signed, ..self }
    }

    /// Every header that it has beside those of every call.
    pub fn own_headers(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let signed = self
            .signed
            .iter()
            .map(|(name, value)| (*name, value.as_str()));
        self.headers.iter().copied().chain(signed)
    }

    /// The bytes of the request, as they are written for `authority`.
    pub(super) fn written(&self, authority: &str) -> Vec<u8> {
        let Self {
            method,
            target,
            body,
            ..
        } = self;
        let mut head = format!(
            "{method} {target} HTTP/1.1\r\nHost: {authority}\r\nConnection: keep-alive\r\n\
             User-Agent: {USER_AGENT}\r\n"
        );
        for (name, value) in self.own_headers() {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        if !body.is_empty() {
            let _ = write!(head, "Content-Length: {}\r\n", body.len());
        }
        head.push_str("\r\n");
        [head.as_bytes(), body].concat()
    }
}
