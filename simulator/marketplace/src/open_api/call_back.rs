//! What is kept of a call of the open APIs. Nothing here judges.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::query::Answered;
use crate::delivery::Header;

/// A call of an open API, as it came, with the secrets taken out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallBack {
    /// Its number, from 1 in the order of coming.
    pub number: u64,
    /// When it came.
    pub at: DateTime<Utc>,
    /// The scenario whose order it is about, or whose call was open; absent where neither is known.
    pub scenario: Option<String>,
    /// Whether it came while a call to the seller was open.
    pub inside: bool,
    /// The HTTP method.
    pub method: String,
    /// Path and query.
    pub target: String,
    /// The headers, names in lower case.
    pub headers: Vec<Header>,
    /// The body.
    pub body: String,
    /// The order that was asked for, where one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_id: Option<String>,
    /// What was wrong with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flaws: Vec<Flaw>,
    /// What was answered.
    pub answered: Answered,
}

/// What is wrong with a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "flaw", rename_all = "kebab-case")]
pub enum Flaw {
    /// The signature does not hold.
    Signature {
        /// Why it is refused.
        error: String,
        /// The slug of the mistake that explains it, where one does.
        cause: Option<String>,
        /// What the mistake is; empty where none explains it.
        explanation: String,
        /// How to mend it; empty where none explains it.
        fix: String,
    },
    /// The time is malformed or too far from now.
    Date {
        /// Why it is refused.
        error: String,
    },
    /// The open APIs have nothing at that path, or not by that method.
    Unknown,
    /// A parameter is missing, unknown or too long.
    Parameters {
        /// The code that answers it.
        code: String,
    },
    /// No such order was placed in this run, and it is none of those for debugging.
    UnknownOrder,
    /// The order has no such line.
    UnknownLine {
        /// The line.
        line: String,
    },
}
