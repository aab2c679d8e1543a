//! Passphrases in place of keys: what `CryptoJS.AES.encrypt(text, "a text")`, `openssl enc` and Node's
//! old `createCipher` do with the access key.

use md5::Md5;
use sha1::{Digest, Sha1};
use sha2::Sha256;

use super::blocks::{BLOCK, Mode, decrypt, unpadded_text};
use super::form::split_vector;
use super::text::ciphertexts;
use crate::Key;
use crate::mistake::catalog::Mistake;
use crate::mistake::{Family, Tried};

static PASSPHRASE: Mistake = Mistake {
    slug: "key-taken-for-passphrase",
    explanation: "The access key was given to the cipher as a passphrase, as CryptoJS takes a text and \
                  openssl enc a -k: key and vector were derived from it, not as the platform does.",
    fix: "Derive the AES key as Java's SHA1PRNG does, and give the cipher its bytes (in CryptoJS a \
          WordArray) together with a vector of your own.",
};

static PBKDF2: Mistake = Mistake {
    slug: "pbkdf2-of-key",
    explanation: "The AES key was derived from the access key with PBKDF2.",
    fix: "Derive the key as Java's SHA1PRNG does: KeyGenerator(\"AES\").init(bits, random) with \
          SecureRandom SHA1PRNG seeded with the access key.",
};

pub(super) fn mistakes() -> impl Iterator<Item = &'static Mistake> {
    [&PASSPHRASE, &PBKDF2].into_iter()
}

/// What stands before the salt.
const SALTED: &[u8] = b"Salted__";

/// The bytes of a salt.
const SALT: usize = 8;

/// The rounds of PBKDF2 that samples show most; `openssl enc -pbkdf2` takes the second.
const ROUNDS: [u32; 2] = [1_000, 10_000];

/// The mistake of a value that was encrypted under a key derived from a passphrase.
pub(super) fn explain(key: &Key, wire: &str, tried: &mut Tried) -> Option<&'static Mistake> {
    let key = key.expose().as_bytes();
    passphrase(key, wire, tried).or_else(|| pbkdf2(key, wire, tried))
}

fn passphrase(key: &[u8], wire: &str, tried: &mut Tried) -> Option<&'static Mistake> {
    let found = ciphertexts(wire).into_iter().any(|(bytes, _)| {
        let salted = bytes.strip_prefix(SALTED);
        let (salt, blocks) = match salted.and_then(|rest| rest.split_at_checked(SALT)) {
            Some((salt, blocks)) => (salt, blocks),
            None => (&[][..], &bytes[..]),
        };
        streams(key, salt).into_iter().any(|stream| {
            [16, 32].into_iter().any(|length| {
                tried.add(Family::CipherKey, 1);
                opens(&stream[..length], &stream[length..length + BLOCK], blocks)
            })
        })
    });
    found.then_some(&PASSPHRASE)
}

/// Key and vector that OpenSSL derives, with the hashes of its versions; at least 48 bytes each.
fn streams(key: &[u8], salt: &[u8]) -> Vec<Vec<u8>> {
    let mut streams = vec![
        stretched::<Md5>(key, salt),
        stretched::<Sha1>(key, salt),
        stretched::<Sha256>(key, salt),
    ];
    if !salt.is_empty() {
        let mut stream = vec![0; 48];
        pbkdf2::pbkdf2_hmac::<Sha256>(key, salt, ROUNDS[1], &mut stream);
        streams.push(stream);
    }
    streams
}

/// `EVP_BytesToKey` with one round.
fn stretched<D: Digest>(key: &[u8], salt: &[u8]) -> Vec<u8> {
    let mut stream = Vec::new();
    let mut block = Vec::new();
    while stream.len() < 32 + BLOCK {
        block = D::digest([&block, key, salt].concat()).to_vec();
        stream.extend_from_slice(&block);
    }
    stream
}

fn pbkdf2(key: &[u8], wire: &str, tried: &mut Tried) -> Option<&'static Mistake> {
    let (vector, rest) = split_vector(wire)?;
    let ciphertexts = ciphertexts(rest);
    if ciphertexts.is_empty() {
        return None;
    }
    let salts: [&[u8]; 2] = [key, &vector];
    let found = salts.into_iter().any(|salt| {
        ROUNDS.into_iter().any(|rounds| {
            let mut long = [[0; 32]; 2];
            pbkdf2::pbkdf2_hmac::<Sha1>(key, salt, rounds, &mut long[0]);
            pbkdf2::pbkdf2_hmac::<Sha256>(key, salt, rounds, &mut long[1]);
            let mut derived = long.iter().flat_map(|key| [&key[..], &key[..16]]);
            derived.any(|derived| {
                ciphertexts.iter().any(|(blocks, _)| {
                    tried.add(Family::CipherKey, 1);
                    opens(derived, &vector, blocks)
                })
            })
        })
    });
    found.then_some(&PBKDF2)
}

fn opens(key: &[u8], vector: &[u8], blocks: &[u8]) -> bool {
    let Ok(vector) = vector.try_into() else {
        return false;
    };
    unpadded_text(decrypt(key, Mode::Cbc(vector), blocks)).is_some()
}
