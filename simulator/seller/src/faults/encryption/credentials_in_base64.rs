//! Sends user name and password in Base64 only.
//!
//! Base64 looks encrypted enough to pass a review.

use galleria_protocol::Key;
use galleria_protocol::cipher::EncryptType;

use crate::Behaviour;
use crate::faults::mac;

/// Encodes and does not encrypt.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn seal(&self, _: &Key, _: EncryptType, _: &[u8; 16], plain: &str) -> String {
        mac::base64(plain.as_bytes())
    }
}
