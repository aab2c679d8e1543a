//! Where the vendor's pages disagree.

use serde::Serialize;

/// One point on which the pages disagree. Where no rule judges by what is taken, no seller fails for
/// it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contradiction {
    /// Its name in kebab case.
    pub id: String,
    /// What it is about.
    pub point: String,
    /// What the pages say.
    pub versions: Vec<String>,
    /// What this book takes.
    pub taken: String,
    /// Why.
    pub why: String,
    /// The rules that judge by what is taken, by id.
    pub rules: Vec<String>,
    /// The paragraph of the project's digest.
    pub source: String,
}
