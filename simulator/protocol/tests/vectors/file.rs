//! The file of known answers.

use serde::Deserialize;
use serde_json::Value;

const TEXT: &str = include_str!("../../vectors/v1.json");

/// The file. A section that nobody reads is an error.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    #[serde(rename = "meta")]
    pub(crate) _meta: Value,
    pub(crate) kdf_sha1prng: Vec<Derivation>,
    pub(crate) aes_cbc_pkcs5_wire: Vec<Encryption>,
    #[serde(rename = "authToken")]
    pub(crate) auth_token: Vec<SignedRequest>,
    pub(crate) body_sign: Vec<SignedBody>,
    pub(crate) independent_public_sha1prng_vectors: Vec<Independent>,
    pub(crate) doc_examples_not_verifiable: Vec<DocumentedQuery>,
    pub(crate) doc_ciphertexts_not_verifiable: Vec<Ciphertext>,
    #[serde(rename = "saasExtendParams")]
    pub(crate) saas_extend_params: ExtendParams,
}

#[derive(Deserialize)]
pub(crate) struct Derivation {
    pub(crate) key: String,
    pub(crate) aes128_key: String,
    pub(crate) aes256_key: String,
}

#[derive(Deserialize)]
pub(crate) struct Encryption {
    pub(crate) key: String,
    #[serde(rename = "encryptType")]
    pub(crate) encrypt_type: String,
    pub(crate) bits: u16,
    pub(crate) iv: String,
    pub(crate) plaintext: String,
    pub(crate) ciphertext_hex: String,
    pub(crate) wire: String,
    pub(crate) wire_len: usize,
}

#[derive(Deserialize)]
pub(crate) struct SignedRequest {
    pub(crate) name: String,
    pub(crate) key: String,
    #[serde(rename = "timeStamp")]
    pub(crate) time_stamp: String,
    pub(crate) decoded_params: Option<Vec<(String, String)>>,
    pub(crate) string_to_sign: String,
    pub(crate) hmac_key: String,
    #[serde(rename = "authToken")]
    pub(crate) auth_token: String,
    pub(crate) example_query_form_encoded: Option<String>,
    pub(crate) example_query_percent_encoded: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct SignedBody {
    pub(crate) key: String,
    pub(crate) body: String,
    pub(crate) signature: String,
    pub(crate) header_doc_form: String,
    pub(crate) header_faq_form: String,
}

#[derive(Deserialize)]
pub(crate) struct Independent {
    pub(crate) mode: String,
    pub(crate) key: String,
    pub(crate) plaintext: String,
    pub(crate) ciphertext_hex: String,
}

#[derive(Deserialize)]
pub(crate) struct DocumentedQuery {
    pub(crate) query: String,
}

#[derive(Deserialize)]
pub(crate) struct Ciphertext {
    pub(crate) value: String,
}

#[derive(Deserialize)]
pub(crate) struct ExtendParams {
    pub(crate) json: String,
    pub(crate) base64: String,
    pub(crate) in_url: String,
}

/// Reads the file.
pub(crate) fn read() -> File {
    serde_json::from_str(TEXT).expect("the file of vectors has the form that is read here")
}

/// The number of vectors in a section, counted without regard to their form.
pub(crate) fn count(section: &str) -> usize {
    count_in(TEXT, section)
}

/// The same in the text of another file.
pub(crate) fn count_in(text: &str, section: &str) -> usize {
    let file: Value = serde_json::from_str(text).expect("the file of vectors is JSON");
    file[section]
        .as_array()
        .expect("the section is a list")
        .len()
}
