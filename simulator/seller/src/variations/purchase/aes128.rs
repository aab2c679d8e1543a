//! Encrypts with AES-128 and says so.
//!
//! Type "2" is as good as type "1", and easier outside Java.

use galleria_protocol::cipher::EncryptType;

use crate::Behaviour;
use crate::credentials::Cipher;

/// Uses and tells the shorter key.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn cipher(&self) -> Cipher {
        let used = EncryptType::Aes128;
        Cipher {
            used,
            told: Some(used.code()),
        }
    }
}
