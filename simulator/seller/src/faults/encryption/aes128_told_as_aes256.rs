//! Encrypts with AES-128 and says AES-256.
//!
//! The short derivation, SHA-1 of SHA-1, is the one that every example on the web shows, and type
//! "1" is the default.

use galleria_protocol::cipher::EncryptType;

use crate::Behaviour;
use crate::credentials::Cipher;

/// Tells the wrong length.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn cipher(&self) -> Cipher {
        Cipher {
            used: EncryptType::Aes128,
            told: Some(EncryptType::Aes256.code()),
        }
    }
}
