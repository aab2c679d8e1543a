//! The random bytes of one encryption, given by the caller.

use std::convert::Infallible;

use rsa::rand_core::{TryCryptoRng, TryRng};

/// The length of the seed of an encryption, in bytes: what OAEP draws under SHA-256. Under SHA-1
/// it draws the first twenty.
pub const SEED_LEN: usize = 32;

/// Hands out a seed's bytes, over and over; OAEP draws once.
pub(super) struct Seed<'a> {
    bytes: std::iter::Cycle<std::slice::Iter<'a, u8>>,
}

impl<'a> Seed<'a> {
    pub(super) fn new(seed: &'a [u8; SEED_LEN]) -> Seed<'a> {
        Seed {
            bytes: seed.iter().cycle(),
        }
    }

    fn take<const N: usize>(&mut self) -> [u8; N] {
        let mut taken = [0; N];
        self.fill(&mut taken);
        taken
    }

    fn fill(&mut self, out: &mut [u8]) {
        for (out, byte) in out.iter_mut().zip(&mut self.bytes) {
            *out = *byte;
        }
    }
}

impl TryRng for Seed<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes(self.take()))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes(self.take()))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        self.fill(out);
        Ok(())
    }
}

/// Its bytes are as good as the caller's.
impl TryCryptoRng for Seed<'_> {}
