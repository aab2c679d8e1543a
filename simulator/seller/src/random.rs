//! Initialisation vectors, passwords and ids from a seed.
//!
//! The same seed and the same order of calls give the same text, so that a run can be repeated
//! byte for byte. A real seller takes these from the operating system's secure source instead.

use std::sync::{Mutex, PoisonError};

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// The characters that the vendor's sample draws initialisation vectors from [v1 §4].
const LETTERS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// A seeded source of text, shared by all calls of one seller.
#[derive(Debug)]
pub struct Random(Mutex<Pcg64Mcg>);

impl Random {
    /// A source that starts from `seed`.
    pub fn new(seed: u64) -> Random {
        Random(Mutex::new(Pcg64Mcg::seed_from_u64(seed)))
    }

    /// `N` characters from `[A-Za-z0-9]`, as bytes: an initialisation vector has 16.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut source = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::array::from_fn(|_| LETTERS[source.random_range(0..LETTERS.len())])
    }

    /// `N` characters from `[A-Za-z0-9]`.
    pub fn text<const N: usize>(&self) -> String {
        self.bytes::<N>().map(char::from).iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_seed_draws_same_text() {
        assert_eq!(Random::new(7).text::<16>(), Random::new(7).text::<16>());
    }

    #[test]
    fn no_two_draws_are_alike() {
        let random = Random::new(7);
        assert_ne!(random.bytes::<16>(), random.bytes::<16>());
    }
}
