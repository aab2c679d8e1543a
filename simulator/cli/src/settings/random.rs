//! Randomness from the system: the one place where it is asked for.
//!
//! A run draws everything from its seed. What comes from here is the seed itself, where the user
//! names none, and the vector of a single value that is encrypted on demand.

use galleria_protocol::cipher::IV_LEN;

use crate::error::CliError;

const ALPHABET: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// A seed of six digits: enough to tell runs apart and short enough to be typed.
pub(crate) fn seed() -> Result<u64, CliError> {
    Ok(u64::from_le_bytes(bytes()?) % 1_000_000)
}

/// A vector of letters and digits, each as likely as the others.
pub(crate) fn letters_and_digits() -> Result<[u8; IV_LEN], CliError> {
    let mut letters = Vec::with_capacity(IV_LEN);
    while letters.len() < IV_LEN {
        letters.extend(bytes::<{ 2 * IV_LEN }>()?.into_iter().filter_map(letter));
    }
    let mut vector = [0; IV_LEN];
    vector.copy_from_slice(&letters[..IV_LEN]);
    Ok(vector)
}

/// The letter of a byte. Bytes above the last whole round of the alphabet would favour its start
/// and have none.
fn letter(byte: u8) -> Option<u8> {
    let byte = usize::from(byte);
    let rounds = 256 / ALPHABET.len();
    (byte < rounds * ALPHABET.len()).then(|| ALPHABET[byte % ALPHABET.len()])
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the system's randomness is asked for"
)]
fn bytes<const COUNT: usize>() -> Result<[u8; COUNT], CliError> {
    let mut bytes = [0; COUNT];
    getrandom::fill(&mut bytes).map_err(|error| CliError::System {
        what: "the system's randomness",
        reason: std::io::Error::other(error),
    })?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_drawn_as_often_as_the_others() {
        let drawn: Vec<u8> = (0..=255).filter_map(letter).collect();
        for wanted in ALPHABET {
            let drawn = drawn.iter().filter(|letter| *letter == wanted);
            assert_eq!(drawn.collect::<Vec<_>>().len(), 4);
        }
    }

    #[test]
    fn vectors_are_new_each_time() {
        let (one, other) = (letters_and_digits().unwrap(), letters_and_digits().unwrap());
        assert!(one.iter().all(u8::is_ascii_alphanumeric));
        assert_ne!(one, other);
    }
}
