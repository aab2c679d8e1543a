//! Answers a repeat with the very ciphertexts of the first answer.
//!
//! The login is encrypted once and kept so.

use galleria_protocol::Key;
use galleria_protocol::cipher::{self, EncryptType};
use sha2::{Digest, Sha256};

use crate::Behaviour;

/// Has one vector for each text, and no other text has it.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn seal(&self, key: &Key, used: EncryptType, _: &[u8; 16], plain: &str) -> String {
        let mut vector = [0; 16];
        vector.copy_from_slice(&hex::encode(Sha256::digest(plain)).as_bytes()[..16]);
        cipher::encrypt(key, used, &vector, plain)
    }
}
