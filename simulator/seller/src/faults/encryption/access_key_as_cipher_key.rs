//! Encrypts with the access key itself.
//!
//! The access key has 36 characters; the first 32 make a key of just the right length, so nothing
//! ever complains.

use galleria_protocol::Key;
use galleria_protocol::cipher::EncryptType;

use crate::Behaviour;
use crate::faults::aes_modes;

/// Skips the derivation.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn seal(&self, key: &Key, _: EncryptType, iv: &[u8; 16], plain: &str) -> String {
        let mut bytes = key.expose().bytes();
        let key = std::array::from_fn(|_| bytes.next().unwrap_or_default());
        let wire = aes_modes::aes256_cbc(&key, iv, plain);
        format!("{}{wire}", String::from_utf8_lossy(iv))
    }
}
