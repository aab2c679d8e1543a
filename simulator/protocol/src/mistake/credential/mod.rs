//! Why a credential does not decrypt [v1 §4].

mod attempt;
mod blocks;
mod damage;
mod form;
mod key;
mod text;

use std::fmt;

use super::catalog::Mistake;
use crate::Key;
use crate::cipher::{self, EncryptType};

/// The largest value that is looked into, in bytes; a larger one would cost too much time.
const LARGEST: usize = 4 * 1024;

/// What a credential turned out to be.
#[derive(Clone, PartialEq, Eq)]
pub enum Credential {
    /// It decrypts under the declared encryption; this is the plain text.
    Encrypted(String),
    /// It is no ciphertext.
    InClear,
    /// It is a ciphertext that does not decrypt, and the mistake that explains it.
    Undecryptable(Option<&'static Mistake>),
}

/// Hides the plain text.
impl fmt::Debug for Credential {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Credential::Encrypted(_) => out.write_str("Encrypted(hidden)"),
            Credential::InClear => out.write_str("InClear"),
            Credential::Undecryptable(mistake) => out
                .debug_tuple("Undecryptable")
                .field(&mistake.map(|known| known.slug))
                .finish(),
        }
    }
}

/// What a credential is: decrypted under the declared encryption, else under each likely mistake.
///
/// It is [`Credential::InClear`] where nothing decrypts and the value has none of the forms of a
/// ciphertext: sixteen ASCII characters followed by Base64 or hexadecimal digits of whole blocks,
/// or only the latter, standing for bytes that are no printable text.
pub fn of_credential(key: &Key, declared: EncryptType, wire: &str) -> Credential {
    if let Ok(plain) = cipher::decrypt(key, declared, wire) {
        return Credential::Encrypted(plain);
    }
    if wire.len() <= LARGEST {
        let keys = key::candidates(key, declared);
        let mistake = attempt::explain(&keys, wire).or_else(|| damage::explain(&keys, wire));
        if mistake.is_some() {
            return Credential::Undecryptable(mistake);
        }
    }
    if form::is_ciphertext(wire) {
        Credential::Undecryptable(attempt::lone_block(wire))
    } else {
        Credential::InClear
    }
}

pub(super) fn all() -> impl Iterator<Item = &'static Mistake> {
    key::mistakes()
        .chain(attempt::mistakes())
        .chain(text::mistakes())
        .chain(damage::mistakes())
}
