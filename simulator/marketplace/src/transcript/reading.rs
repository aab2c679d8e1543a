//! What was read out of an answer while the key and the raw bytes were at hand.

use serde::{Deserialize, Serialize};

use super::credential::CredentialReading;
use super::echo::TokenEcho;
use super::signature::SignatureReading;
use super::told::Told;

/// The facts of an answer that its recorded text alone can no longer show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What the answer says of the call.
    pub outcome: Outcome,
    /// How the body's bytes are text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charset: Option<Charset>,
    /// What was found of a Body-Sign; absent where there was no whole answer to sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<SignatureReading>,
    /// The credentials in the answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credentials: Vec<CredentialReading>,
    /// The slug of what explains that the body is no JSON, where something does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_cause: Option<String>,
    /// What a refusal for its token tells of the seller's own computation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_echo: Option<TokenEcho>,
    /// The secret that the answer tells, where it tells one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Told>,
}

/// What an answer says of the call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Outcome {
    /// `resultCode` is 000000.
    Accepted,
    /// `resultCode` is another well-formed code.
    Refused {
        /// The code.
        code: String,
    },
    /// V2: the instance is being made, which `queryInstance` will tell.
    Pending,
    /// An answer came, but it does not say.
    Unreadable {
        /// What stands in the way.
        why: Unreadable,
    },
    /// No whole answer came, or it was thrown away on purpose.
    NoAnswer,
}

/// Why an answer does not say whether the call was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unreadable {
    /// The body is longer than what is read.
    TooLarge,
    /// The body is compressed though nobody asked for it.
    Compressed,
    /// The body is not one JSON object.
    NotJson,
    /// There is no `resultCode`.
    CodeMissing,
    /// `resultCode` is not a text of six digits.
    CodeMalformed,
}

/// How the bytes of a body are text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Charset {
    /// UTF-8.
    Utf8,
    /// UTF-8 behind a byte order mark.
    ByteOrderMark,
    /// Bytes that are not UTF-8.
    Other,
}
