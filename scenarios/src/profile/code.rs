//! The result codes of a book.

use serde::Serialize;

use super::source::Source;

/// A documented result code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Code {
    /// Six digits.
    pub code: String,
    /// What it says.
    pub meaning: String,
    /// The scenes whose pages list it, or `all`.
    pub scenes: Vec<String>,
    /// Scenes that it fits although their pages do not list it.
    pub by_analogy: Vec<String>,
    /// Where that comes from.
    pub source: Source,
}

impl Code {
    /// The name that stands for every scene.
    pub(super) const ALL: &str = "all";

    /// Whether it may be answered in a scene.
    pub fn is_for(&self, scene: &str) -> bool {
        let mut named = self.scenes.iter().chain(&self.by_analogy);
        named.any(|name| name == Self::ALL || name == scene)
    }
}
