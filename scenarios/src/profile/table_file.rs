//! The tables of a rule book as they are written: scenes, objects, codes.
//!
//! The doc lines here are what `galleria schema profile` tells of each key.

use schemars::JsonSchema;
use serde::Deserialize;

use super::file::Placed;

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CommonFile {
    /// The parameters of every scene.
    pub(super) request: Vec<RowFile>,
    /// The members of every answer.
    pub(super) answer: Vec<RowFile>,
    /// The paragraph of the digest.
    pub(super) source: String,
    /// The date of the page, yyyy-mm-dd, or `undated`.
    #[schemars(with = "String")]
    pub(super) page: Placed,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SceneFile {
    /// What it is about, for people.
    pub(super) about: String,
    /// The parameters, beside the common ones.
    #[serde(default)]
    pub(super) request: Vec<RowFile>,
    /// The members of the answer, beside the common ones.
    #[serde(default)]
    pub(super) answer: Vec<RowFile>,
    /// How long a failed call is repeated.
    pub(super) retry: Option<RetryFile>,
    /// What else is to be known.
    pub(super) note: Option<String>,
    /// The paragraph of the digest.
    pub(super) source: String,
    /// The date of the page, yyyy-mm-dd, or `undated`.
    #[schemars(with = "String")]
    pub(super) page: Placed,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RetryFile {
    /// How long, such as 3h.
    #[serde(rename = "for")]
    #[schemars(with = "String")]
    pub(super) window: Placed,
    /// How often, such as 3m.
    #[schemars(with = "Option<String>")]
    pub(super) every: Option<Placed>,
    /// What happens behind it.
    pub(super) then: String,
    /// The paragraph of the digest, where it is not the scene's.
    pub(super) source: Option<String>,
    /// The date of the page, where it is not the scene's.
    #[schemars(with = "Option<String>")]
    pub(super) page: Option<Placed>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ObjectFile {
    /// The members.
    pub(super) members: Vec<RowFile>,
    /// What else is to be known.
    pub(super) note: Option<String>,
    /// The paragraph of the digest.
    pub(super) source: String,
    /// The date of the page, yyyy-mm-dd, or `undated`.
    #[schemars(with = "String")]
    pub(super) page: Placed,
}

/// A row of a table.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RowFile {
    /// The parameter's or member's name.
    #[schemars(with = "String")]
    pub(super) name: Placed,
    /// M mandatory, O optional.
    pub(super) need: Mark,
    /// The type as the page prints it; left out where none is printed.
    #[serde(rename = "type")]
    #[schemars(with = "Option<String>")]
    pub(super) kind: Option<Placed>,
    /// The longest value, in characters.
    pub(super) max: Option<usize>,
    /// M where the debug step demands a member that the table calls optional.
    pub(super) debug: Option<Mark>,
    /// Whether the value is a list divided by commas, and `max` that of one entry.
    #[serde(default)]
    pub(super) list: bool,
    /// The values that there are, where a page lists all of them.
    #[serde(default)]
    pub(super) values: Vec<String>,
    /// Whether the value is encrypted, and `max` that of the ciphertext.
    #[serde(default)]
    pub(super) encrypted: bool,
    /// When a parameter is sent.
    pub(super) when: Option<String>,
    /// What else is to be known.
    pub(super) note: Option<String>,
    /// The paragraph of the digest, where it is not the table's.
    pub(super) source: Option<String>,
    /// The date of the page, where it is not the table's.
    #[schemars(with = "Option<String>")]
    pub(super) page: Option<Placed>,
}

/// The vendor's mark in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub(super) enum Mark {
    /// Mandatory.
    M,
    /// Optional.
    O,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CodesFile {
    /// The codes.
    pub(super) rows: Vec<CodeFile>,
    /// The paragraph of the digest.
    pub(super) source: String,
    /// The date of the page, yyyy-mm-dd, or `undated`.
    #[schemars(with = "String")]
    pub(super) page: Placed,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CodeFile {
    /// Six digits.
    #[schemars(with = "String")]
    pub(super) code: Placed,
    /// What it says.
    pub(super) meaning: String,
    /// The scenes whose pages list it, or `all`.
    #[schemars(with = "Vec<String>")]
    pub(super) scenes: Vec<Placed>,
    /// Scenes that it fits although their pages do not list it.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(super) by_analogy: Vec<Placed>,
}
