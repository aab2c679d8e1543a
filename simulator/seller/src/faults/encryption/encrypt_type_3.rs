//! Says encryptType "3".
//!
//! The seller counts 128, 192 and 256 bits.

use crate::Behaviour;
use crate::credentials::Cipher;

/// Tells a type that does not exist.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn cipher(&self) -> Cipher {
        Cipher {
            told: Some("3"),
            ..Cipher::default()
        }
    }
}
