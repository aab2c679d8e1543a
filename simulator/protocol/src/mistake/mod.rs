//! Naming what a seller did who signed or encrypted wrongly.

use crate::Key;
use crate::cipher::{self, EncryptType};

/// A mistake that explains a wrong signature or credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Its stable name, in kebab-case.
    pub slug: &'static str,
    /// What was done.
    pub explanation: &'static str,
    /// What to do instead.
    pub fix: &'static str,
}

/// What is known beside the body when a signature is looked into.
#[derive(Clone, Copy, Debug, Default)]
pub struct SignContext<'a> {
    /// The `timeStamp` of the request that was answered.
    pub time_stamp: Option<&'a str>,
    /// Further keys that the seller may have mixed up with the right one.
    pub other_keys: &'a [Key],
    /// The body of the answer before this one.
    pub previous_body: Option<&'a [u8]>,
}

/// What a credential turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Credential {
    /// It decrypts under the declared type; this is the plain text.
    Encrypted(String),
    /// It is no ciphertext.
    InClear,
    /// It is a ciphertext that does not decrypt, and the mistake that explains it.
    Undecryptable(Option<&'static Mistake>),
}

/// Why a signature does not fit a body.
pub fn of_body_sign(
    _key: &Key,
    _signature: &str,
    _body: &[u8],
    _ctx: &SignContext<'_>,
) -> Option<&'static Mistake> {
    None
}

/// Why a credential does not decrypt under the declared type.
pub fn of_credential(key: &Key, declared: EncryptType, wire: &str) -> Credential {
    cipher::decrypt(key, declared, wire)
        .map_or(Credential::Undecryptable(None), Credential::Encrypted)
}

/// Every mistake.
pub fn all() -> impl Iterator<Item = &'static Mistake> {
    [].into_iter()
}

/// The mistake of that slug.
pub fn find(slug: &str) -> Option<&'static Mistake> {
    all().find(|mistake| mistake.slug == slug)
}
