//! A call as it is sent.

use super::date::DATE;

/// A call of an open API as it is sent, but for its `Authorization`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Call {
    /// The method, in upper case.
    pub method: String,
    /// The path as it stands in the request line, escaped or not.
    pub path: String,
    /// The query as it stands in the request line, without `?`; empty where there is none.
    pub query: String,
    /// Names and values of the headers, in the order sent.
    pub headers: Vec<(String, String)>,
    /// The body; empty where there is none.
    pub body: Vec<u8>,
}

impl Call {
    /// The values of a header, whose name has no case.
    pub fn header(&self, name: &str) -> impl Iterator<Item = &str> {
        self.headers
            .iter()
            .filter(move |(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The time of the call, as its header writes it.
    pub fn date(&self) -> Option<&str> {
        self.header(DATE).next().map(str::trim)
    }
}
