//! The file of known answers.

use serde::Deserialize;
use serde_json::{Map, Value};

use galleria_protocol::kit::secret::OaepHash;

/// The file. A section that nobody reads is an error.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    #[serde(rename = "note")]
    pub(crate) _note: String,
    pub(crate) private_key: String,
    pub(crate) private_key_pkcs1: String,
    pub(crate) public_key: String,
    pub(crate) public_key_pkcs1: String,
    pub(crate) public_key_of_2048_bits: String,
    pub(crate) public_key_of_8192_bits: String,
    pub(crate) public_key_of_a_curve: String,
    pub(crate) secrets: Vec<Secret>,
    pub(crate) seeded_secrets: Vec<Secret>,
    pub(crate) tokens: Vec<Token>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Secret {
    hash: String,
    pub(crate) plain: String,
    pub(crate) wire: String,
    pub(crate) seed: Option<String>,
}

impl Secret {
    pub(crate) fn hash(&self) -> OaepHash {
        OaepHash::from_name(&self.hash).expect("the hash has a name")
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Token {
    pub(crate) key: String,
    pub(crate) call: String,
    pub(crate) body: Map<String, Value>,
    pub(crate) appended: String,
    #[serde(rename = "token")]
    pub(crate) value: String,
}

pub(crate) fn read() -> File {
    serde_json::from_str(include_str!("../../vectors/kit.json")).expect("the file is as told")
}
