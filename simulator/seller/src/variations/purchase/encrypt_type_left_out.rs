//! Leaves out encryptType, which means AES-256.
//!
//! The member is optional and its default is "1".

use crate::Behaviour;
use crate::credentials::Cipher;

/// Relies on the default.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn cipher(&self) -> Cipher {
        Cipher {
            told: None,
            ..Cipher::default()
        }
    }
}
