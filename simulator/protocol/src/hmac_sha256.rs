//! HMAC-SHA256 and its texts, which every signature is made of.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// HMAC-SHA256 of `data` under `key`.
pub(crate) fn digest(key: &[u8], data: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(data);
    mac.finalize().into_bytes().into()
}

/// The same in Base64: always 44 characters.
pub(crate) fn base64(key: &[u8], data: &[u8]) -> String {
    STANDARD.encode(digest(key, data))
}

/// The same in lower-case hexadecimal digits: always 64.
pub(crate) fn hex(key: &[u8], data: &[u8]) -> String {
    hex::encode(digest(key, data))
}

/// Whether two texts are equal, in a time that tells nothing of where they differ.
pub(crate) fn same(one: &str, other: &str) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}
