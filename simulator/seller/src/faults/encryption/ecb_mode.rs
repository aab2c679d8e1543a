//! Encrypts in ECB mode.
//!
//! `Cipher.getInstance("AES")` means ECB in Java, and the vector in front is then an ornament.

use galleria_protocol::cipher::EncryptType;
use galleria_protocol::{Key, cipher};

use crate::Behaviour;
use crate::faults::aes_modes;

/// Ignores the vector that it sends.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn seal(&self, key: &Key, used: EncryptType, iv: &[u8; 16], plain: &str) -> String {
        let key = cipher::derive_key(key, used)
            .try_into()
            .expect("this seller uses 256 bits");
        let wire = aes_modes::aes256_ecb(&key, plain);
        format!("{}{wire}", String::from_utf8_lossy(iv))
    }
}
