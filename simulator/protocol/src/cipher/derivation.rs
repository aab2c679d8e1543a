//! From the access key to an AES key: Java's `SHA1PRNG`, seeded with the access key.
//!
//! OpenJDK adds *signed* bytes and carries with an arithmetic shift. Plain addition modulo 2^160
//! gives another 256-bit key every time; the 128-bit key comes out before the first addition and
//! equals the first 16 bytes of `SHA1(SHA1(key))`.

use sha1::{Digest, Sha1};

use super::EncryptType;
use crate::Key;

/// The AES key, 32 or 16 bytes, that both sides derive from the access key [v1 §4].
pub fn derive_key(key: &Key, encrypt_type: EncryptType) -> Vec<u8> {
    derive_bytes(key, encrypt_type.key_len())
}

/// The first bytes of the stream that AES keys are taken from.
pub(crate) fn derive_bytes(key: &Key, length: usize) -> Vec<u8> {
    let mut generator = Generator::seeded(key.bytes());
    let mut stream = Vec::with_capacity(40);
    while stream.len() < length {
        stream.extend_from_slice(&generator.block());
    }
    stream.truncate(length);
    stream
}

/// `SHA1PRNG` of OpenJDK's SUN provider.
struct Generator {
    state: [u8; 20],
}

impl Generator {
    fn seeded(seed: &[u8]) -> Generator {
        Generator {
            state: Sha1::digest(seed).into(),
        }
    }

    /// The next twenty bytes.
    fn block(&mut self) -> [u8; 20] {
        let output = Sha1::digest(self.state).into();
        self.advance(&output);
        output
    }

    /// Moves the state on by one block of output.
    fn advance(&mut self, output: &[u8; 20]) {
        let mut carry = 1;
        let mut changed = false;
        for (byte, out) in self.state.iter_mut().zip(output) {
            let sum = i32::from(byte.cast_signed()) + i32::from(out.cast_signed()) + carry;
            let [low, ..] = sum.to_le_bytes();
            changed |= low != *byte;
            *byte = low;
            carry = sum >> 8;
        }
        if !changed {
            self.state[0] = self.state[0].wrapping_add(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn states_and_blocks_are_those_of_openjdk() {
        let file: Value = serde_json::from_str(include_str!("../../vectors/v1.json")).unwrap();
        let vectors = file["kdf_sha1prng"].as_array().unwrap();
        assert_eq!(vectors.len(), 10);
        for vector in vectors {
            let known = |name: &str| vector[name].as_str().unwrap();
            let mut generator = Generator::seeded(known("key").as_bytes());
            assert_eq!(hex::encode(generator.state), known("state0"));
            assert_eq!(hex::encode(generator.block()), known("block0"));
            assert_eq!(hex::encode(generator.state), known("state1"));
            assert_eq!(hex::encode(generator.block()), known("block1"));
        }
    }

    #[test]
    fn state_that_would_stay_is_moved_on() {
        // -1 in every byte adds up to nothing with the carry of 1 that starts and then is 0.
        let mut generator = Generator { state: [0; 20] };
        let mut output = [0; 20];
        output[0] = 0xff;
        generator.advance(&output);
        assert_eq!(generator.state[0], 1);
        assert_eq!(generator.state[1..], [0; 19]);
    }
}
