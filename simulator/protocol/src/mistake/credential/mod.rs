//! Why a credential does not decrypt [v1 §4].

mod attempt;
mod blocks;
mod damage;
mod form;
mod gcm;
mod key;
mod key_vector;
mod openssl;
mod stream;
mod text;
mod wrapped;

use std::fmt;

use super::catalog::Mistake;
use super::{Cause, Context, Diagnosis, Family, LeftOut, Tried};
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
    /// It is a ciphertext that does not decrypt, and what explains it.
    Undecryptable(Diagnosis),
}

/// Hides the plain text.
impl fmt::Debug for Credential {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Credential::Encrypted(_) => out.write_str("Encrypted(hidden)"),
            Credential::InClear => out.write_str("InClear"),
            Credential::Undecryptable(diagnosis) => {
                out.debug_tuple("Undecryptable").field(diagnosis).finish()
            }
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
pub fn of_credential(
    key: &Key,
    declared: EncryptType,
    wire: &str,
    context: &Context<'_>,
) -> Credential {
    let plain = cipher::decrypt(key, declared, wire);
    if let Ok(plain) = &plain
        && !plain.chars().any(char::is_control)
    {
        return match wrapped::within(key, plain) {
            Some(mistake) => undecryptable(Cause::one(mistake)),
            None => Credential::Encrypted(plain.clone()),
        };
    }
    if wire.len() > LARGEST {
        let too_large = Diagnosis::Unknown(Tried::nothing(LeftOut::TooLarge));
        return if plain.is_ok() || form::is_ciphertext(wire) {
            Credential::Undecryptable(too_large)
        } else {
            Credential::InClear
        };
    }
    let mut tried = Tried::default();
    if let Some(cause) = explain(key, declared, wire, context, &mut tried) {
        return undecryptable(cause);
    }
    if plain.is_err() && !form::is_ciphertext(wire) {
        return Credential::InClear;
    }
    match attempt::lone_block(wire) {
        Some(mistake) => undecryptable(Cause::one(mistake)),
        None => Credential::Undecryptable(Diagnosis::Unknown(tried)),
    }
}

fn undecryptable(cause: Cause) -> Credential {
    Credential::Undecryptable(Diagnosis::Named(cause))
}

/// The mistakes under which a value decrypts, the decisive and the cheap before the others.
fn explain(
    key: &Key,
    declared: EncryptType,
    wire: &str,
    context: &Context<'_>,
    tried: &mut Tried,
) -> Option<Cause> {
    let keys = key::candidates(key, declared, context.other_keys);
    wrapped::around(key, wire)
        .map(Cause::one)
        .or_else(|| attempt::explain(&keys, wire, context.other_values, tried))
        .or_else(|| key_vector::explain(key, &keys, wire, tried))
        .or_else(|| attempt::explain_inside(&keys, wire, tried))
        .or_else(|| gcm::explain(&keys, wire, tried))
        .or_else(|| damage::explain(&keys, wire, tried))
        .or_else(|| stream::explain(&keys, wire, tried))
        .or_else(|| openssl::explain(key, wire, tried).map(Cause::one))
}

pub(super) fn all() -> impl Iterator<Item = (Family, &'static Mistake)> {
    let of = |family| move |mistake| (family, mistake);
    let keys = key::mistakes().chain(openssl::mistakes());
    let modes = attempt::mistakes()
        .chain(key_vector::mistakes())
        .chain(gcm::mistakes())
        .chain(stream::mistakes());
    let texts = text::mistakes()
        .chain(damage::mistakes())
        .chain(wrapped::mistakes());
    keys.map(of(Family::CipherKey))
        .chain(modes.map(of(Family::CipherMode)))
        .chain(texts.map(of(Family::CipherText)))
}
