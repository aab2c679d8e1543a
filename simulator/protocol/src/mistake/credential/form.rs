//! Does a value look like a ciphertext?

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::blocks::{BLOCK, text};
use super::text::ciphertexts;

/// The vector and what follows it, where sixteen ASCII characters stand in front.
pub(super) fn split_vector(wire: &str) -> Option<([u8; BLOCK], &str)> {
    let (vector, rest) = wire.split_at_checked(BLOCK)?;
    let vector: [u8; BLOCK] = vector.as_bytes().try_into().ok()?;
    vector.is_ascii().then_some((vector, rest))
}

/// Whether a value has the form of a ciphertext, with or without a vector in front. Base64 or
/// hexadecimal digits of readable text are none.
pub(super) fn is_ciphertext(wire: &str) -> bool {
    let encoded_text = [STANDARD.decode(wire).ok(), hex::decode(wire).ok()];
    if encoded_text
        .into_iter()
        .flatten()
        .any(|bytes| text(bytes).is_some())
    {
        return false;
    }
    let behind_vector = split_vector(wire)
        .map(|(_, rest)| ciphertexts(rest))
        .unwrap_or_default();
    !behind_vector.is_empty() || !ciphertexts(wire).is_empty()
}
