//! The login that an answer hands over: is it encrypted as the platform will decrypt it [v1 §4]?

use galleria_protocol::cipher::{self, EncryptType};
use galleria_protocol::mistake::{self, Context, Credential};
use galleria_protocol::v1::answer::{credentials, encrypt_type};
use galleria_protocol::{Api, Key, body_sign};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// One credential of an answer; its value is never kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CredentialReading {
    /// The JSON pointer of the member, such as `/appInfo/password`.
    pub field: String,
    /// How long the value is, in characters.
    pub length: usize,
    /// What became of the attempt to decrypt it.
    pub state: CredentialState,
    /// The first characters of a digest of the text under the access key: equal for equal texts,
    /// and of no use to who has not got the key. Absent where it did not decrypt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
}

/// What became of the attempt to decrypt a credential.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum CredentialState {
    /// It decrypts under the encryption that the answer tells.
    Encrypted,
    /// It is no ciphertext.
    InClear,
    /// It does not decrypt.
    Undecryptable {
        /// The slug of what explains it, where something does; with a `+` where it is two mistakes.
        cause: Option<String>,
        /// What was tried, in words, where nothing explains it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        tried: Option<String>,
    },
}

/// What was found, beside the texts that must go nowhere.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) readings: Vec<CredentialReading>,
    /// Values that are secret as they stand, and what ciphertexts decrypt to.
    pub(super) secrets: Vec<String>,
}

/// Reads the credentials of an answer: those of `appInfo`, and of each instance in `info`.
pub(super) fn read(api: Api, key: &Key, object: &Map<String, Value>) -> Found {
    let mut found = Found::default();
    let declared = encrypt_type(object);
    let mut values = credentials(object);
    values.retain(|(_, text)| !text.is_empty());
    let all: Vec<&str> = values.iter().map(|(_, text)| *text).collect();
    for (field, text) in values {
        let context = Context {
            other_values: &all,
            ..Context::default()
        };
        match api {
            Api::V1 => found.add(key, declared, &context, field, text),
            Api::V2 => found.add_plain(key, field, text),
        }
    }
    found
}

impl Found {
    /// A login that the version of the interface has in clear [v2 §3, §4.2]. One that was encrypted
    /// all the same, as V1 has it, is told apart.
    fn add_plain(&mut self, key: &Key, field: String, text: &str) {
        self.secrets.push(text.to_owned());
        let types = [EncryptType::Aes256, EncryptType::Aes128].into_iter();
        let plain = types
            .filter_map(|used| cipher::decrypt(key, used, text).ok())
            .find(|plain| !plain.is_empty());
        let fingerprint = digest(key, plain.as_deref().unwrap_or(text));
        let state = match plain {
            Some(plain) => {
                self.secrets.push(plain);
                CredentialState::Encrypted
            }
            None => CredentialState::InClear,
        };
        self.readings.push(CredentialReading {
            field,
            length: text.chars().count(),
            state,
            fingerprint: Some(fingerprint),
        });
    }

    fn add(
        &mut self,
        key: &Key,
        declared: EncryptType,
        context: &Context<'_>,
        field: String,
        text: &str,
    ) {
        let mut fingerprint = None;
        let state = match mistake::of_credential(key, declared, text, context) {
            Credential::Encrypted(plain) => {
                fingerprint = Some(digest(key, &plain));
                self.secrets.push(plain);
                CredentialState::Encrypted
            }
            Credential::InClear => {
                self.secrets.push(text.to_owned());
                CredentialState::InClear
            }
            Credential::Undecryptable(diagnosis) => {
                self.secrets.push(text.to_owned());
                CredentialState::Undecryptable {
                    cause: diagnosis.cause().map(ToString::to_string),
                    tried: diagnosis.tried().map(ToString::to_string),
                }
            }
        };
        let length = text.chars().count();
        self.readings.push(CredentialReading {
            field,
            length,
            state,
            fingerprint,
        });
    }
}

fn digest(key: &Key, plain: &str) -> String {
    let mut digest = body_sign::signature(key, format!("credential {plain}").as_bytes());
    digest.truncate(16);
    digest
}
