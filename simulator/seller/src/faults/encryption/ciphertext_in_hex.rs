//! Writes ciphertexts in hex.
//!
//! The company's own encryption helper prints hex.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use galleria_protocol::cipher::EncryptType;
use galleria_protocol::{Key, cipher};

use crate::Behaviour;

/// Writes the right bytes in the wrong alphabet.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn seal(&self, key: &Key, used: EncryptType, iv: &[u8; 16], plain: &str) -> String {
        let right = cipher::encrypt(key, used, iv, plain);
        let (vector, base64) = right.split_at(cipher::IV_LEN);
        let bytes = STANDARD.decode(base64).expect("encrypt gives Base64");
        format!("{vector}{}", hex::encode(bytes))
    }
}
