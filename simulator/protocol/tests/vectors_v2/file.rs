//! The file of known answers.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

const TEXT: &str = include_str!("../../vectors/v2.json");

/// The file. A section that nobody reads is an error.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    #[serde(rename = "about")]
    pub(crate) _about: Value,
    #[serde(rename = "formula")]
    pub(crate) _formula: Value,
    pub(crate) official_base_examples: Vec<Printed>,
    pub(crate) official_kit_example: BTreeMap<String, String>,
    pub(crate) computed_base: Vec<Base>,
    pub(crate) computed_kit: Vec<Kit>,
    pub(crate) computed_usage_push: Vec<Usage>,
    pub(crate) computed_response_body_sign: Vec<Answer>,
    pub(crate) sdk_hmac_sha256: Vec<Sdk>,
}

/// A call whose key was never published.
#[derive(Deserialize)]
pub(crate) struct Printed {
    pub(crate) activity: String,
    pub(crate) query: BTreeMap<String, String>,
    pub(crate) body: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Base {
    pub(crate) name: String,
    pub(crate) access_key: String,
    pub(crate) timestamp: String,
    pub(crate) nonce: String,
    pub(crate) body: String,
    pub(crate) body_hmac_hex_lower: String,
    pub(crate) canonical_request: String,
    pub(crate) signature_lower: String,
    pub(crate) signature_upper: String,
}

#[derive(Deserialize)]
pub(crate) struct Kit {
    #[serde(rename = "accessKey")]
    pub(crate) access_key: String,
    #[serde(rename = "x-timestamp")]
    pub(crate) timestamp: String,
    #[serde(rename = "x-nonce")]
    pub(crate) nonce: String,
    pub(crate) body_sorted: String,
    #[serde(rename = "x-sign")]
    pub(crate) signature: String,
}

#[derive(Deserialize)]
pub(crate) struct Usage {
    pub(crate) key: String,
    pub(crate) ts: String,
    pub(crate) nonce: String,
    pub(crate) body_sorted: String,
    pub(crate) message: String,
    pub(crate) signature_base64: String,
}

#[derive(Deserialize)]
pub(crate) struct Answer {
    pub(crate) key: String,
    #[serde(rename = "httpBody")]
    pub(crate) body: String,
    pub(crate) header: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Sdk {
    pub(crate) name: String,
    pub(crate) access_key_id: Option<String>,
    pub(crate) secret: String,
    pub(crate) canonical_request: String,
    pub(crate) hashed_canonical_request: Option<String>,
    pub(crate) string_to_sign: Option<String>,
    pub(crate) signature: String,
    pub(crate) authorization: Option<String>,
}

/// Reads the file.
pub(crate) fn read() -> File {
    serde_json::from_str(TEXT).expect("the file of vectors has the form that is read here")
}

/// The number of vectors in a section, counted without regard to their form.
pub(crate) fn count(section: &str) -> usize {
    crate::vectors::file::count_in(TEXT, section)
}
