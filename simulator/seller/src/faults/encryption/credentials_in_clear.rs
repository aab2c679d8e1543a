//! Sends user name and password in clear.
//!
//! It worked in the debug step, which looks at the code only.

use galleria_protocol::Key;
use galleria_protocol::cipher::EncryptType;

use crate::Behaviour;

/// Encrypts nothing.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn seal(&self, _: &Key, _: EncryptType, _: &[u8; 16], plain: &str) -> String {
        plain.to_owned()
    }
}
