//! Encrypts the login twice.
//!
//! The password is encrypted where it is made, and once more by the code that writes the answer.

use galleria_protocol::cipher::EncryptType;
use galleria_protocol::{Key, cipher};

use crate::Behaviour;

/// Encrypts what is encrypted.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn seal(&self, key: &Key, used: EncryptType, iv: &[u8; 16], plain: &str) -> String {
        cipher::encrypt(key, used, iv, &cipher::encrypt(key, used, iv, plain))
    }
}
