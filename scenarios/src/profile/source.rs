//! Where a fact comes from.

use std::fmt;

use serde::Serialize;

/// The source of a fact or of a group of facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The paragraph of the project's digest, such as `v1 §5.1`.
    pub paragraph: String,
    /// The date of the vendor's page behind it, `yyyy-mm-dd`, or `undated`.
    pub page: String,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.page.as_str() {
            "undated" => write!(f, "{}, page undated", self.paragraph),
            date => write!(f, "{}, page of {date}", self.paragraph),
        }
    }
}
