//! The scenes of a book: who needs them, what is asked in them, and what is answered.

use std::time::Duration;

use serde::Serialize;

use super::duration;
use super::source::Source;
use super::table::Row;

/// The scenes of a billing mode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Scenes {
    /// Those that a product must have.
    pub required: Vec<String>,
    /// Those that it may have.
    pub optional: Vec<String>,
    /// Where that comes from.
    pub source: Source,
}

/// How much a product needs a scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must have it.
    Required,
    /// It may have it.
    Optional,
    /// It is never called.
    Never,
}

/// One scene.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Scene {
    /// What it is about, for people.
    pub about: String,
    /// What the marketplace sends, the common parameters included.
    pub request: Vec<Row>,
    /// What the seller answers, the common members included.
    pub answer: Vec<Row>,
    /// How long a failed call is repeated; absent where no page says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry: Option<Retry>,
    /// What else is to be known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where the tables come from.
    pub source: Source,
}

/// How long a failed call is repeated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Retry {
    /// How long.
    #[serde(rename = "for", serialize_with = "duration::write")]
    pub window: Duration,
    /// How often; absent where no page says.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "duration::write_some"
    )]
    pub every: Option<Duration>,
    /// What happens behind it.
    pub then: String,
    /// Where that comes from.
    pub source: Source,
}

/// An object of the answers' tables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Object {
    /// Its members.
    pub members: Vec<Row>,
    /// What else is to be known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where the table comes from.
    pub source: Source,
}
