//! A request as it goes out.

use bytes::Bytes;

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
}
