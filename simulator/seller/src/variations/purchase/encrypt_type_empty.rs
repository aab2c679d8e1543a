//! Sends an empty encryptType beside credentials, which means AES-256.
//!
//! The field of the class was never set, and the class has texts that are empty.

use crate::Behaviour;
use crate::credentials::Cipher;

/// Says nothing of the cipher.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn cipher(&self) -> Cipher {
        Cipher {
            told: Some(""),
            ..Cipher::default()
        }
    }
}
