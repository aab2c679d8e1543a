//! A request and its answer, as they crossed the wire.

use galleria_scenarios::transcript;
use schemars::JsonSchema;
use serde::Serialize;

/// A request as it was sent.
#[derive(Serialize, JsonSchema)]
pub(super) struct Request {
    /// The HTTP method.
    method: String,
    /// The whole address as sent.
    url: String,
    /// The headers, in order.
    headers: Vec<Header>,
    /// The body; null where none was sent.
    body: Option<String>,
    /// A command line that makes the call again.
    curl: String,
}

/// An answer as it was received.
#[derive(Serialize, JsonSchema)]
pub(super) struct Response {
    /// The HTTP status.
    status: u16,
    /// The status line as sent.
    status_line: String,
    /// The headers, in order, names in the case in which they were sent.
    headers: Vec<Header>,
    /// The body.
    body: Body,
}

/// A header.
#[derive(Serialize, JsonSchema)]
pub(super) struct Header {
    /// Its name.
    name: String,
    /// Its value.
    value: String,
}

/// A body as recorded.
#[derive(Serialize, JsonSchema)]
struct Body {
    /// Its text; bytes that are not UTF-8 are replaced.
    text: String,
    /// How many bytes were received.
    bytes: u64,
    /// Whether `text` is shorter than what was received.
    cut: bool,
    /// Whether the seller sent more than was received.
    too_large: bool,
}

impl From<&transcript::SentRequest> for Request {
    fn from(request: &transcript::SentRequest) -> Self {
        Self {
            method: request.method.clone(),
            url: request.url(),
            headers: headers(&request.headers),
            body: request.body.clone(),
            curl: request.curl(),
        }
    }
}

impl From<&transcript::Answer> for Response {
    fn from(answer: &transcript::Answer) -> Self {
        Self {
            status: answer.status,
            status_line: answer.status_line.clone(),
            headers: headers(&answer.headers),
            body: Body {
                text: answer.body.text.clone(),
                bytes: answer.body.bytes,
                cut: answer.body.cut,
                too_large: answer.body.too_large,
            },
        }
    }
}

pub(super) fn headers(headers: &[galleria_scenarios::Header]) -> Vec<Header> {
    let header = |header: &galleria_scenarios::Header| Header {
        name: header.name.clone(),
        value: header.value.clone(),
    };
    headers.iter().map(header).collect()
}
