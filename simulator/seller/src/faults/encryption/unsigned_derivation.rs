//! Derives the 256-bit key with unsigned addition.
//!
//! Java's SHA1PRNG adds signed bytes with a carry that sinks below zero; in any other language one
//! writes the addition of two numbers. The first twenty bytes agree, the other twelve do not.

use galleria_protocol::Key;
use galleria_protocol::cipher::EncryptType;
use sha1::{Digest, Sha1};

use crate::Behaviour;
use crate::faults::aes_modes;

/// Adds as numbers are added.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn seal(&self, key: &Key, _: EncryptType, iv: &[u8; 16], plain: &str) -> String {
        let key = derive(key.expose().as_bytes());
        let wire = aes_modes::aes256_cbc(&key, iv, plain);
        format!("{}{wire}", String::from_utf8_lossy(iv))
    }
}

/// SHA1PRNG with its state taken for a number, least significant byte first.
fn derive(seed: &[u8]) -> [u8; 32] {
    let mut state: [u8; 20] = Sha1::digest(seed).into();
    let first: [u8; 20] = Sha1::digest(state).into();
    let mut carry = 1;
    for (byte, add) in state.iter_mut().zip(first) {
        let sum = u16::from(*byte) + u16::from(add) + carry;
        *byte = sum.to_le_bytes()[0];
        carry = sum >> 8;
    }
    let second: [u8; 20] = Sha1::digest(state).into();
    let mut bytes = first.into_iter().chain(second);
    std::array::from_fn(|_| bytes.next().unwrap_or_default())
}
