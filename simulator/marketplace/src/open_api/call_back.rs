//! What is kept of a call of the open APIs. Nothing here judges.

use std::fmt;

use chrono::{DateTime, Utc};
use galleria_protocol::mistake::Cause;
use galleria_protocol::sdk_hmac::Call;
use galleria_protocol::v2::{licence_code, order, upload, usage};
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
    /// Which open API it is meant for.
    pub wish: Wish,
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
    /// The licence that was uploaded, where one could be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Issued>,
    /// The licence code that it names, where it is one that the marketplace made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What was wrong with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flaws: Vec<Flaw>,
    /// What was answered.
    pub answered: Answered,
}

/// A licence that was uploaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// The event of the path.
    pub event: String,
    /// The SHA-256 of the licence, in hex: two licences are the same where theirs are.
    pub digest: String,
}

/// Which open API a call is meant for, by its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wish {
    /// The query of an order [v2 §7.1].
    OrderQuery,
    /// The new usage push [v2 §7.2].
    UsagePush,
    /// The old usage push [v2 §7.2].
    OldUsagePush,
    /// The upload of a licence [licence §2.7].
    LicenceUpload,
    /// The activation of a licence code [licence §3.2].
    CodeActivation,
    /// The query of a licence code, once called heartbeat [licence §3.2].
    CodeQuery,
    /// The activation of several licence codes [licence §3.2].
    CodeBatch,
    /// The query of several licence codes [licence §3.2].
    CodeBatchQuery,
    /// None: there is no open API at that path.
    Nothing,
}

impl Wish {
    /// What a call is meant for.
    pub(super) fn of(call: &Call) -> Wish {
        match call.path.as_str() {
            order::PATH => Wish::OrderQuery,
            usage::PATH if call.method == "POST" => Wish::UsagePush,
            path if call.method == "POST" && upload::event(path).is_some() => Wish::LicenceUpload,
            licence_code::ACTIVATE => Wish::CodeActivation,
            licence_code::HEARTBEAT => Wish::CodeQuery,
            licence_code::ACTIVATE_BATCH => Wish::CodeBatch,
            licence_code::HEARTBEAT_BATCH => Wish::CodeBatchQuery,
            usage::OLD_PATH if call.method == "POST" => Wish::OldUsagePush,
            _ => Wish::Nothing,
        }
    }

    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Wish::OrderQuery => "query of an order",
            Wish::UsagePush => "usage push",
            Wish::OldUsagePush => "usage push in the old form",
            Wish::LicenceUpload => "upload of a licence",
            Wish::CodeActivation => "activation of a licence code",
            Wish::CodeQuery => "query of a licence code",
            Wish::CodeBatch => "activation of licence codes",
            Wish::CodeBatchQuery => "query of licence codes",
            Wish::Nothing => "call of no known open API",
        }
    }
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
    /// The body of a usage push cannot be read.
    Body {
        /// Why.
        error: String,
    },
    /// A usage record is malformed.
    Record {
        /// What is wrong with which one.
        error: String,
    },
    /// There are too many usage records, or one is too old.
    Limit {
        /// What is wrong.
        error: String,
        /// Whether it is the age of a record.
        age: bool,
    },
    /// A usage record is of a time to come.
    Ahead {
        /// Which one.
        error: String,
    },
    /// The use that a record tells was told under another `metering_sn` before.
    ToldBefore {
        /// The record, from 0.
        record: usize,
        /// The instance.
        id: String,
    },
    /// A `metering_sn` stands for two different records.
    Serial {
        /// Which one.
        error: String,
    },
    /// A usage record is about an instance that nobody told in this run.
    UnknownInstance {
        /// The record, from 0.
        record: usize,
        /// The instance.
        id: String,
    },
    /// A usage record is about an instance that is not paid by use.
    NotMetered {
        /// The record, from 0.
        record: usize,
        /// The instance.
        id: String,
    },
    /// An upload has not the form of one.
    Upload {
        /// What is wrong with it.
        error: String,
    },
    /// The checksum of an uploaded file is not its own.
    Checksum {
        /// What was told.
        told: String,
        /// What is right.
        right: String,
    },
    /// The part that says what is uploaded is not typed as JSON.
    Untyped {
        /// How it is typed.
        told: String,
    },
    /// Nobody applied for a licence by that event.
    UnknownEvent {
        /// The event.
        id: String,
    },
    /// A call about licence codes cannot be read: its method, its form or its body.
    CodeForm {
        /// What is wrong with it.
        error: String,
    },
    /// A parameter of a call about licence codes is missing or wrong.
    CodeParameter {
        /// What is wrong with which one.
        error: String,
    },
    /// The marketplace made no such licence code.
    UnknownCode {
        /// What was told.
        told: String,
    },
    /// A licence code is to hold from before its order.
    BeforeOrder {
        /// What was told.
        told: String,
        /// When it was ordered.
        ordered: DateTime<Utc>,
    },
    /// A licence code is not in the state for the call.
    CodeState {
        /// How it stands.
        state: String,
    },
    /// A usage record begins behind the release of its instance.
    AfterRelease {
        /// The record, from 0.
        record: usize,
        /// The instance.
        id: String,
        /// When it was released.
        released: DateTime<Utc>,
    },
}

impl Flaw {
    /// A signature that does not hold, with the mistake that explains it.
    pub(super) fn signature(error: String, cause: Option<&Cause>) -> Flaw {
        Flaw::Signature {
            error,
            cause: cause.map(Cause::slug),
            explanation: cause.map(Cause::explanation).unwrap_or_default(),
            fix: cause.map(Cause::fix).unwrap_or_default(),
        }
    }

    /// A signature that cannot be read or is not there.
    pub(super) fn unexplained(error: String) -> Flaw {
        Flaw::signature(error, None)
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Flaw::Signature { error, .. }
            | Flaw::Date { error }
            | Flaw::Body { error }
            | Flaw::Record { error }
            | Flaw::Ahead { error }
            | Flaw::Limit { error, .. }
            | Flaw::Upload { error }
            | Flaw::CodeForm { error }
            | Flaw::CodeParameter { error }
            | Flaw::Serial { error } => f.write_str(error),
            Flaw::Checksum { told, right } => {
                write!(f, "sha256 is {told}, and that of the file is {right}")
            }
            Flaw::Untyped { told } => {
                write!(f, "the part {} is typed as {told}", upload::REQUEST)
            }
            Flaw::UnknownEvent { id } => write!(f, "nobody applied for a licence by event {id}"),
            Flaw::UnknownCode { told } => write!(f, "the marketplace made no licence code {told}"),
            Flaw::BeforeOrder { told, ordered } => {
                write!(
                    f,
                    "real_effect_time is {told}, before the order at {ordered}"
                )
            }
            Flaw::CodeState { state } => write!(f, "the licence code is {state}"),
            Flaw::Unknown => f.write_str("the open APIs have nothing there"),
            Flaw::Parameters { code } => write!(f, "a parameter is wrong ({code})"),
            Flaw::UnknownOrder => f.write_str("the marketplace told no such order"),
            Flaw::UnknownLine { line } => write!(f, "the order has no line {line}"),
            Flaw::UnknownInstance { record, id } => {
                write!(f, "record {record} is about {id}, which nobody told")
            }
            Flaw::ToldBefore { record, id } => {
                write!(
                    f,
                    "record {record} tells use of {id} that was told before under another metering_sn"
                )
            }
            Flaw::NotMetered { record, id } => {
                write!(f, "record {record} is about {id}, which is not paid by use")
            }
            Flaw::AfterRelease {
                record,
                id,
                released,
            } => write!(
                f,
                "record {record} begins behind the release of {id} at {released}"
            ),
        }
    }
}
