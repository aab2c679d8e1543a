//! Computes the token over the decrypted mobile number and mail address.
//!
//! A filter in front decrypts them, and the check of the token finds them so.

use galleria_protocol::cipher::{self, EncryptType};
use galleria_protocol::params::{Params, Reading};
use galleria_protocol::token::TokenError;
use galleria_protocol::{Key, token};

use crate::Behaviour;

/// Signs what was decrypted.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn authenticate(&self, key: &Key, query: &str) -> Result<Reading, TokenError> {
        let mut params = Params::parse(query, Reading::Form);
        let sent = params.remove(token::PARAMETER);
        for name in ["mobilePhone", "email"] {
            let bits = [EncryptType::Aes256, EncryptType::Aes128];
            let opened = params.get(name).and_then(|wire| {
                bits.iter()
                    .find_map(|bits| cipher::decrypt(key, *bits, wire).ok())
            });
            if let Some(plain) = opened {
                params.set(name, plain);
            }
        }
        if sent == Some(token::sign(key, &params)) {
            Ok(Reading::Form)
        } else {
            Err(TokenError::Mismatch)
        }
    }
}
