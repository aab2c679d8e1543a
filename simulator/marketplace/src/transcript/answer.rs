//! An answer as recorded: its text for people, its JSON for rules.

use std::sync::OnceLock;

use galleria_protocol::json::{self, JsonFlaw};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::delivery::Header;

/// The bytes of a body that are kept in the record.
pub const KEPT_BODY: usize = 64 * 1024;

/// An answer as it was received, with the secrets taken out of its text.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The status line as sent.
    pub status_line: String,
    /// The headers in order, names in the case in which they were sent.
    pub headers: Vec<Header>,
    /// The body.
    pub body: Body,
    /// The body's JSON: read from the raw bytes where they are at hand, else from the text.
    #[serde(skip)]
    parsed: OnceLock<Result<Map<String, Value>, JsonFlaw>>,
}

/// A body as recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// The text, at most [`KEPT_BODY`] bytes of it; what is not UTF-8 is replaced.
    pub text: String,
    /// How many bytes were received.
    pub bytes: u64,
    /// Whether `text` is shorter than what was received.
    #[serde(default)]
    pub cut: bool,
    /// Whether the seller sent more than was received.
    #[serde(default)]
    pub too_large: bool,
}

impl Answer {
    pub(super) fn new(
        status: u16,
        status_line: String,
        headers: Vec<Header>,
        body: Body,
        parsed: Result<Map<String, Value>, JsonFlaw>,
    ) -> Self {
        Self {
            status,
            status_line,
            headers,
            body,
            parsed: OnceLock::from(parsed),
        }
    }

    /// The body as one JSON object, or what is wrong with it.
    pub fn json(&self) -> Result<&Map<String, Value>, &JsonFlaw> {
        self.parsed
            .get_or_init(|| {
                // The mark is told as such; what stands behind it is read.
                let text = &self.body.text;
                json::object(text.strip_prefix('\u{feff}').unwrap_or(text).as_bytes())
            })
            .as_ref()
    }

    /// The object, also where the JSON is flawed but leaves no doubt what is meant.
    pub fn object(&self) -> Option<&Map<String, Value>> {
        self.json().map_or_else(JsonFlaw::object, Some)
    }

    /// The first header of that name in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut same = self
            .headers
            .iter()
            .filter(|header| header.name.eq_ignore_ascii_case(name));
        same.next().map(|header| header.value.as_str())
    }

    /// Whether the body is compressed or otherwise coded.
    pub fn is_coded(&self) -> bool {
        is_coded(&self.headers)
    }
}

/// Whether these headers tell of a body that is compressed or otherwise coded.
pub(super) fn is_coded(headers: &[Header]) -> bool {
    let coding = headers
        .iter()
        .find(|h| h.name.eq_ignore_ascii_case("content-encoding"));
    coding.is_some_and(|h| !h.value.is_empty() && !h.value.eq_ignore_ascii_case("identity"))
}
