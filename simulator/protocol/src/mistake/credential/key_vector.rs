//! The key, or the access key, was taken for the vector.

use super::blocks::{Mode, decrypt, unpadded_text};
use super::form::split_vector;
use super::key::Candidate;
use super::text::ciphertexts;
use crate::Key;
use crate::mistake::catalog::Mistake;
use crate::mistake::{Cause, Family, Tried};

static IV_IS_KEY: Mistake = Mistake {
    slug: "iv-is-key",
    explanation: "The value was encrypted with the start of the key as its vector, not with a vector \
                  that was sent.",
    fix: "Draw sixteen ASCII characters for each value, give the cipher their bytes as the vector, and \
          send them in front of the Base64.",
};

pub(super) fn mistakes() -> impl Iterator<Item = &'static Mistake> {
    std::iter::once(&IV_IS_KEY)
}

/// The mistake of a value that decrypts under such a vector, whether another was sent or none.
pub(super) fn explain(
    access_key: &Key,
    keys: &[Candidate],
    wire: &str,
    tried: &mut Tried,
) -> Option<Cause> {
    let behind_vector = split_vector(wire).map(|(_, rest)| ciphertexts(rest));
    let readings = behind_vector.into_iter().flatten().chain(ciphertexts(wire));
    for (ciphertext, writing) in readings {
        for key in keys {
            let starts = [access_key.expose().as_bytes(), &key.bytes];
            let vectors = starts.into_iter().filter_map(|bytes| bytes.first_chunk());
            for vector in vectors {
                tried.add(key.family(Family::CipherMode), 1);
                let plain = decrypt(&key.bytes, Mode::Cbc(*vector), &ciphertext);
                if unpadded_text(plain).is_some_and(|text| !text.is_empty()) {
                    return Cause::of([key.mistake, Some(&IV_IS_KEY), writing]);
                }
            }
        }
    }
    None
}
