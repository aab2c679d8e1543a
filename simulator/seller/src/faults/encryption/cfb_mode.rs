//! Encrypts in CFB mode.
//!
//! Some libraries' samples begin with a mode that needs no padding.

use galleria_protocol::cipher::EncryptType;
use galleria_protocol::{Key, cipher};

use crate::Behaviour;
use crate::faults::aes_modes;

/// Sends the right vector, but chains otherwise.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn seal(&self, key: &Key, used: EncryptType, iv: &[u8; 16], plain: &str) -> String {
        let key = cipher::derive_key(key, used)
            .try_into()
            .expect("this seller uses 256 bits");
        let wire = aes_modes::aes256_cfb(&key, iv, plain);
        format!("{}{wire}", String::from_utf8_lossy(iv))
    }
}
