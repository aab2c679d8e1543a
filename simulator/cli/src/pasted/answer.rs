//! An answer that was pasted.

use galleria_marketplace::delivery::Header;

/// An answer, as much of it as was pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    /// The status line, where there was one.
    pub(crate) status: Option<String>,
    /// The headers, with their names as they were pasted.
    pub(crate) headers: Vec<Header>,
    /// The body's bytes.
    pub(crate) body: Vec<u8>,
    /// Whether the names of headers were turned to lower case on the way, as HTTP/2 does it.
    pub(crate) names_lost: bool,
    /// What was odd about the paste.
    pub(crate) notes: Vec<String>,
}

impl Answer {
    /// The value of a header, whatever the case of its name.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let named = |header: &&Header| header.name.eq_ignore_ascii_case(name);
        let header = self.headers.iter().find(named)?;
        Some(&header.value)
    }
}
