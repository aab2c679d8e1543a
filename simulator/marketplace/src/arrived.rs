//! Calls that come to the marketplace, as they came.

use bytes::Bytes;
use galleria_protocol::sdk_hmac::Call;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};

/// A call by the parts that a server hands out.
pub(crate) fn arrived(method: &Method, uri: &Uri, headers: &HeaderMap, body: &Bytes) -> Call {
    let header = |(name, value): (&HeaderName, &HeaderValue)| {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        (name.as_str().to_owned(), value)
    };
    Call {
        method: method.as_str().to_owned(),
        path: uri.path().to_owned(),
        query: uri.query().unwrap_or_default().to_owned(),
        headers: headers.iter().map(header).collect(),
        body: body.to_vec(),
    }
}
