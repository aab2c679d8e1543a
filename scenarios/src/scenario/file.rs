//! A scenario file as it is written.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ScenarioFile {
    pub(super) title: String,
    pub(super) about: String,
    #[serde(default)]
    pub(super) api: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) billing: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) family: Vec<Spanned<String>>,
    /// What a campaign found in it: kept for `replay`, of no meaning here.
    #[serde(rename = "found")]
    pub(super) _found: Option<toml::Table>,
    #[serde(rename = "step")]
    pub(super) steps: Spanned<Vec<Spanned<StepFile>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct StepFile {
    /// One of the closed set of verbs.
    pub(super) verb: Spanned<String>,
    /// A name that a later step can say.
    pub(super) name: Option<Spanned<String>>,
    /// The scene that is called.
    pub(super) activity: Option<Spanned<String>>,
    /// The purchase that the call is about, or that a twin makes.
    pub(super) purchase: Option<Spanned<String>>,
    /// The customer who buys.
    pub(super) customer: Option<Spanned<String>>,
    /// Whether it is a call of the debug step.
    pub(super) test: Option<Spanned<bool>>,
    /// The purchase whose order this one belongs to.
    pub(super) order_of: Option<Spanned<String>>,
    /// Parameters that are set or added.
    pub(super) set: Option<Spanned<BTreeMap<String, String>>>,
    /// Parameters that are left out.
    pub(super) without: Option<Spanned<Vec<String>>>,
    /// The step that is sent again, or whose call is the control.
    pub(super) step: Option<Spanned<String>>,
    /// How often a burst makes its call.
    pub(super) times: Option<Spanned<u32>>,
    /// Where the connection is cut.
    pub(super) at: Option<Spanned<String>>,
    /// The tampering.
    pub(super) how: Option<Spanned<String>>,
    /// What an outage looks like.
    pub(super) kind: Option<Spanned<String>>,
    /// How long the platform waits between two calls.
    pub(super) every: Option<Spanned<String>>,
    /// What a kit call does with its records.
    pub(super) flag: Option<Spanned<String>>,
    /// The enterprise that a kit call is about.
    pub(super) tenant: Option<Spanned<String>>,
    /// A duration such as `90s`.
    pub(super) time: Option<Spanned<String>>,
    /// What happens here, for people.
    pub(super) note: Option<String>,
}
