//! The first login that a purchase hands to the customer [v1 §4].

use galleria_protocol::cipher::EncryptType;
use serde::{Deserialize, Serialize};

use crate::random::Random;

/// User name and first password of an instance's administrator, in clear. Made once for an
/// instance, so that a repeated purchase answers the same login.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Login {
    /// The account, a mail address.
    pub user_name: String,
    /// The first password. Together with its initialisation vector the encrypted form must stay
    /// within 128 characters, which is 79 bytes of text.
    pub password: String,
}

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Login(hidden)")
    }
}

impl Login {
    /// A login nobody else has.
    pub fn draw(random: &Random) -> Login {
        Login {
            user_name: format!("admin-{}@seller.example", random.text::<8>().to_lowercase()),
            password: random.text::<16>(),
        }
    }
}

/// How credentials are encrypted, and what the answer says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cipher {
    /// What is used.
    pub used: EncryptType,
    /// What `encryptType` tells. `None` leaves the member out, which means AES-256.
    pub told: Option<&'static str>,
}

impl Default for Cipher {
    fn default() -> Cipher {
        let used = EncryptType::Aes256;
        Cipher {
            used,
            told: Some(used.code()),
        }
    }
}
