//! AES as a stream: counter, feedback of the ciphertext and feedback of the output.

use super::blocks::{BLOCK, encrypt_block, unpadded_text};
use super::form::split_vector;
use super::key::Candidate;
use super::text::{Written, writings};
use crate::mistake::catalog::Mistake;
use crate::mistake::{Cause, Family, Tried};

static STREAM_MODE: Mistake = Mistake {
    slug: "stream-mode",
    explanation: "The value was encrypted in CTR, CFB or OFB mode, which are alike in the first sixteen \
                  letters; the platform decrypts CBC with PKCS#5 padding.",
    fix: "Encrypt with AES/CBC/PKCS5Padding (in Python MODE_CBC and pad, in Node aes-256-cbc) and the \
          vector that is sent.",
};

pub(super) fn mistakes() -> impl Iterator<Item = &'static Mistake> {
    std::iter::once(&STREAM_MODE)
}

/// The fewest letters that prove the right key where no padding does.
const PROOF: usize = 8;

/// The fewest letters that prove one key of many.
const PROOF_OF_A_WRONG_KEY: usize = 16;

/// A way to chain: the plain bytes under a key and a vector.
type Chain = fn(&[u8], [u8; BLOCK], &[u8]) -> Vec<u8>;

/// Feedback by whole blocks and by bytes, as pycryptodome does unless told otherwise.
const CHAINS: [Chain; 4] = [counter, feedback, byte_feedback, output_feedback];

/// The mistake of a value that one of these modes turns into text.
pub(super) fn explain(keys: &[Candidate], wire: &str, tried: &mut Tried) -> Option<Cause> {
    for (vector, (sealed, writing)) in readings(wire) {
        for key in keys {
            tried.add(key.family(Family::CipherMode), 4);
            let opens = |chain: &Chain| is_proof(&chain(&key.bytes, vector, &sealed), key);
            if CHAINS.iter().any(opens) {
                return Cause::of([key.mistake, Some(&STREAM_MODE), writing]);
            }
        }
    }
    None
}

/// The vector in letters before the rest, or among its bytes.
fn readings(wire: &str) -> Vec<([u8; BLOCK], Written)> {
    let mut found = Vec::new();
    if let Some((vector, rest)) = split_vector(wire) {
        let sealed = writings(rest, |bytes| bytes.len() >= PROOF).into_iter();
        found.extend(sealed.map(|written| (vector, written)));
    }
    for (bytes, writing) in writings(wire, |bytes| bytes.len() >= BLOCK + PROOF) {
        if let Some((vector, sealed)) = bytes.split_first_chunk() {
            found.push((*vector, (sealed.to_vec(), writing)));
        }
    }
    found
}

/// Whether bytes are text that no other key would have given: letters of logins and passwords.
fn is_proof(plain: &[u8], key: &Candidate) -> bool {
    let least = match key.mistake {
        None => PROOF,
        Some(_) => PROOF_OF_A_WRONG_KEY,
    };
    let long_enough = plain.len() >= least;
    let padded = plain.len().is_multiple_of(BLOCK) && unpadded_text(plain.to_vec()).is_some();
    long_enough && (padded || plain.iter().all(u8::is_ascii_graphic))
}

fn counter(key: &[u8], vector: [u8; BLOCK], sealed: &[u8]) -> Vec<u8> {
    let mut count = u128::from_be_bytes(vector);
    let mut plain = Vec::with_capacity(sealed.len());
    for block in sealed.chunks(BLOCK) {
        plain.extend(mixed(block, encrypt_block(key, count.to_be_bytes())));
        count = count.wrapping_add(1);
    }
    plain
}

fn feedback(key: &[u8], vector: [u8; BLOCK], sealed: &[u8]) -> Vec<u8> {
    let mut before = vector;
    let mut plain = Vec::with_capacity(sealed.len());
    for block in sealed.chunks(BLOCK) {
        plain.extend(mixed(block, encrypt_block(key, before)));
        before[..block.len()].copy_from_slice(block);
    }
    plain
}

fn byte_feedback(key: &[u8], vector: [u8; BLOCK], sealed: &[u8]) -> Vec<u8> {
    let mut register = vector;
    let shifted = sealed.iter().map(|byte| {
        let [first, ..] = encrypt_block(key, register);
        register.rotate_left(1);
        register[BLOCK - 1] = *byte;
        byte ^ first
    });
    shifted.collect()
}

fn output_feedback(key: &[u8], vector: [u8; BLOCK], sealed: &[u8]) -> Vec<u8> {
    let mut stream = vector;
    let mut plain = Vec::with_capacity(sealed.len());
    for block in sealed.chunks(BLOCK) {
        stream = encrypt_block(key, stream);
        plain.extend(mixed(block, stream));
    }
    plain
}

fn mixed(block: &[u8], stream: [u8; BLOCK]) -> impl Iterator<Item = u8> {
    block.iter().zip(stream).map(|(byte, mask)| byte ^ mask)
}
