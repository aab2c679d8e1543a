//! Draws initialisation vectors from every character that can be printed.
//!
//! The pages want sixteen characters and do not say which.

use galleria_protocol::Key;
use galleria_protocol::cipher::{self, EncryptType};

use crate::Behaviour;

/// Has quotes, blanks and backslashes in its vectors.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn seal(&self, key: &Key, used: EncryptType, iv: &[u8; 16], plain: &str) -> String {
        // Letters and digits become all that lies between the blank and the tilde.
        let spread = |byte: u8| b' ' + byte.wrapping_mul(29) % 95;
        cipher::encrypt(key, used, &iv.map(spread), plain)
    }
}
