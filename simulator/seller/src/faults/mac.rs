//! HMACs and Base64 for sellers that sign in ways of their own.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use galleria_protocol::body_sign::SIGN_TYPE;
use galleria_protocol::{Key, query_signature};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::Sha256;

/// HMAC-SHA256 of `data`.
pub(crate) fn hmac_sha256(key: &[u8], data: &[u8]) -> Vec<u8> {
    let mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.chain_update(data).finalize().into_bytes().to_vec()
}

/// HMAC-SHA1 of `data`.
pub(crate) fn hmac_sha1(key: &[u8], data: &[u8]) -> Vec<u8> {
    let mac = Hmac::<Sha1>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.chain_update(data).finalize().into_bytes().to_vec()
}

/// Standard Base64 with padding.
pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// A `Body-Sign` of the right form around `signature`.
pub(crate) fn header(signature: &str) -> String {
    format!("sign_type=\"{SIGN_TYPE}\", signature=\"{signature}\"")
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    hex::encode(bytes)
}

/// Whether `signature` is the HMAC-SHA256 of `text`, in hexadecimal digits of either case.
pub(crate) fn fits(key: &Key, text: &str, signature: &str) -> bool {
    query_signature::sign_text(key, text).eq_ignore_ascii_case(signature)
}
