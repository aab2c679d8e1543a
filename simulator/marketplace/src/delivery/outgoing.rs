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
    /// The body; empty for GET.
    pub body: Bytes,
}

impl Outgoing {
    /// A GET of `path` with `query`.
    pub fn get(path: &str, query: &str) -> Self {
        Self {
            method: http::Method::GET,
            target: format!("{path}?{query}"),
            body: Bytes::new(),
        }
    }

    /// The bytes of the request, as they are written for `authority`.
    pub(super) fn written(&self, authority: &str) -> Vec<u8> {
        let Self {
            method,
            target,
            body,
        } = self;
        let mut head = format!(
            "{method} {target} HTTP/1.1\r\nHost: {authority}\r\nConnection: keep-alive\r\n\
             User-Agent: {USER_AGENT}\r\n"
        );
        if !body.is_empty() {
            let _ = write!(head, "Content-Length: {}\r\n", body.len());
        }
        head.push_str("\r\n");
        [head.as_bytes(), body].concat()
    }
}
