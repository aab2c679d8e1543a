//! SHA1PRNG and AES-CBC, written from the description and with other arithmetic than the crate.

use aes::cipher::{BlockCipherEncrypt, KeyInit};
use aes::{Aes128, Aes192, Aes256};
use sha1::{Digest, Sha1};

use super::base64;

/// The first `length` bytes of `SHA1PRNG` seeded with `key`.
pub(crate) fn derive(key: &str, length: usize) -> Vec<u8> {
    let mut state: Vec<i64> = signed(&Sha1::digest(key.as_bytes()));
    let mut stream: Vec<u8> = Vec::new();
    while stream.len() < length {
        let bytes: Vec<u8> = state.iter().map(|byte| unsigned(*byte)).collect();
        let output = Sha1::digest(bytes);
        stream.extend(output.iter());
        state = next(&state, &signed(&output));
    }
    stream[..length].to_vec()
}

/// The next state: byte by byte, each between -128 and 127, with what is carried over.
fn next(state: &[i64], output: &[i64]) -> Vec<i64> {
    let mut carried = 1;
    let mut new = Vec::new();
    for at in 0..20 {
        let sum = state[at] + output[at] + carried;
        carried = sum.div_euclid(256);
        let byte = sum.rem_euclid(256);
        new.push(if byte > 127 { byte - 256 } else { byte });
    }
    if new == state {
        new[0] = if new[0] == 127 { -128 } else { new[0] + 1 };
    }
    new
}

fn unsigned(byte: i64) -> u8 {
    u8::try_from(byte.rem_euclid(256)).expect("the rest of 256")
}

fn signed(bytes: &[u8]) -> Vec<i64> {
    bytes
        .iter()
        .map(|byte| i64::from(byte.cast_signed()))
        .collect()
}

/// A value in wire form.
pub(crate) fn encrypt(key: &str, bits: usize, iv: &str, plain: &str) -> String {
    let key = derive(key, bits / 8);
    format!(
        "{iv}{}",
        base64::encode(&cbc(&key, iv.as_bytes(), plain.as_bytes()))
    )
}

/// AES-CBC with PKCS#5 padding.
pub(crate) fn cbc(key: &[u8], iv: &[u8], plain: &[u8]) -> Vec<u8> {
    let mut before = iv.to_vec();
    let mut out = Vec::new();
    for block in padded(plain).chunks(16) {
        let mixed: Vec<u8> = block
            .iter()
            .zip(&before)
            .map(|(one, other)| one ^ other)
            .collect();
        before = encrypt_block(key, &mixed);
        out.extend(&before);
    }
    out
}

fn padded(plain: &[u8]) -> Vec<u8> {
    let padding = 16 - plain.len() % 16;
    let mut padded = plain.to_vec();
    padded.extend([u8::try_from(padding).expect("16 at most")].repeat(padding));
    padded
}

/// One block of AES under a key of 16, 24 or 32 bytes.
pub(crate) fn encrypt_block(key: &[u8], block: &[u8]) -> Vec<u8> {
    let mut block = block.try_into().expect("a block has 16 bytes");
    if key.len() == 32 {
        Aes256::new_from_slice(key)
            .expect("32 bytes")
            .encrypt_block(&mut block);
    } else if key.len() == 24 {
        Aes192::new_from_slice(key)
            .expect("24 bytes")
            .encrypt_block(&mut block);
    } else {
        Aes128::new_from_slice(key)
            .expect("16 bytes")
            .encrypt_block(&mut block);
    }
    block.to_vec()
}
