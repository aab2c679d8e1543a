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
/// A wrong vector only garbles the first letters. So plain text with control characters, which no
/// login has, counts as not decrypted.
///
/// It is [`Credential::InClear`] where nothing decrypts and the value has none of the forms of a
/// ciphertext: sixteen ASCII characters followed by Base64 or hexadecimal digits of whole blocks,
/// or only the latter. Base64 of readable text is in clear too.
pub fn of_credential(key: &Key, declared: EncryptType, wire: &str) -> Credential {
    let plain = cipher::decrypt(key, declared, wire);
    if let Ok(plain) = &plain
        && !plain.chars().any(char::is_control)
    {
        return Credential::Encrypted(plain.clone());
    }
    match (explain(key, declared, wire), plain) {
        (Some(mistake), _) => Credential::Undecryptable(Some(mistake)),
        (None, Ok(_)) => Credential::Undecryptable(None),
        (None, Err(_)) if form::is_ciphertext(wire) => {
            Credential::Undecryptable(attempt::lone_block(wire))
        }
        (None, Err(_)) => Credential::InClear,
    }
}

/// The mistake under which a value decrypts to readable text.
fn explain(key: &Key, declared: EncryptType, wire: &str) -> Option<&'static Mistake> {
    if wire.len() > LARGEST {
        return None;
    }
    let keys = key::candidates(key, declared);
    attempt::explain(&keys, wire).or_else(|| damage::explain(&keys, wire))
}

pub(super) fn all() -> impl Iterator<Item = &'static Mistake> {
    key::mistakes()
        .chain(attempt::mistakes())
        .chain(text::mistakes())
        .chain(damage::mistakes())
}
