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
    let mut state: [u8; 20] = Sha1::digest(key.bytes()).into();
    let mut stream = Vec::with_capacity(40);
    while stream.len() < encrypt_type.key_len() {
        let output: [u8; 20] = Sha1::digest(state).into();
        stream.extend_from_slice(&output);
        advance(&mut state, &output);
    }
    stream.truncate(encrypt_type.key_len());
    stream
}

/// Moves the generator's state on by one block of output.
fn advance(state: &mut [u8; 20], output: &[u8; 20]) {
    let mut carry = 1;
    let mut changed = false;
    for (byte, out) in state.iter_mut().zip(output) {
        let sum = i32::from(byte.cast_signed()) + i32::from(out.cast_signed()) + carry;
        let [low, ..] = sum.to_le_bytes();
        changed |= low != *byte;
        *byte = low;
        carry = sum >> 8;
    }
    if !changed {
        state[0] = state[0].wrapping_add(1);
    }
}
