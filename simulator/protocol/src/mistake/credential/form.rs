//! Does a value look like a ciphertext?

use super::blocks::{BLOCK, text};
use super::text::ciphertexts;

/// The vector and what follows it, where sixteen ASCII characters stand in front.
pub(super) fn split_vector(wire: &str) -> Option<([u8; BLOCK], &str)> {
    let (vector, rest) = wire.split_at_checked(BLOCK)?;
    let vector: [u8; BLOCK] = vector.as_bytes().try_into().ok()?;
    vector.is_ascii().then_some((vector, rest))
}

/// Whether a value has the form of a ciphertext, with or without a vector in front. Base64 of
/// readable text is none.
pub(super) fn is_ciphertext(wire: &str) -> bool {
    split_vector(wire).is_some_and(|(_, rest)| !ciphertexts(rest).is_empty())
        || ciphertexts(wire)
            .into_iter()
            .any(|(bytes, _)| text(bytes).is_none())
}
