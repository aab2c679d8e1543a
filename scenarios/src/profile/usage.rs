//! What a site does in every scene: its times, how it marks tests, its money.

use std::time::Duration;

use serde::Serialize;

use super::duration;
use super::source::Source;
use crate::rule::Force;

/// Times of a rule book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct TimeLimits {
    /// The longest that a call may take.
    #[serde(serialize_with = "duration::write")]
    pub answer: Duration,
    /// Where that comes from.
    pub answer_source: Source,
    /// From when on an answer is called slow.
    #[serde(serialize_with = "duration::write")]
    pub slow: Duration,
    /// Where that comes from.
    pub slow_source: Source,
}

/// The force of a rule under one book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ForceHere {
    /// How much its fault costs here.
    pub force: Force,
    /// Why it is not what it is elsewhere.
    pub why: String,
    /// Where that comes from.
    pub source: Source,
}

/// How calls say whether they are tests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct TestFlag {
    /// The value in calls of the debug step and the dial test.
    pub debug: String,
    /// The forms of a real call: a value, or `absent`.
    pub real: Vec<String>,
    /// The scenes whose real calls are played with a zero; those of all others lack the flag.
    pub zero_in: Vec<String>,
    /// What else is to be known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where that comes from.
    pub source: Source,
}

/// What `orderAmount` says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Amounts {
    /// The currency, as ISO 4217 writes it.
    pub currency: String,
    /// How many decimals there are at most.
    pub decimals: u8,
    /// The scenes in which it may be negative.
    pub negative: Vec<String>,
    /// Where that comes from.
    pub source: Source,
}
