//! A call that was pasted.

use galleria_marketplace::delivery::Header;

/// A call, as much of it as was pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Request {
    /// The HTTP method.
    pub(crate) method: String,
    /// What stands before the `?`: a whole address, a path, or nothing.
    pub(crate) address: String,
    /// What stands behind the `?`, as it was pasted.
    pub(crate) query: String,
    /// The headers that were told.
    pub(crate) headers: Vec<Header>,
    /// The body, where there is one.
    pub(crate) body: Option<Vec<u8>>,
    /// What was odd about the paste.
    pub(crate) notes: Vec<String>,
}

impl Request {
    /// A POST to an address that was not told.
    pub(crate) fn post() -> Self {
        Self {
            method: "POST".to_owned(),
            ..Self::default()
        }
    }

    /// A GET without headers or body.
    pub(super) fn get(address: &str, query: &str) -> Self {
        Self {
            method: "GET".to_owned(),
            address: address.to_owned(),
            query: query.to_owned(),
            headers: Vec::new(),
            body: None,
            notes: Vec::new(),
        }
    }
}
