//! AES keys that sellers take by mistake.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use md5::Md5;
use sha1::{Digest, Sha1};
use sha2::{Sha256, Sha512};

use crate::cipher::{EncryptType, derive_bytes, derive_key};
use crate::mistake::Family;
use crate::mistake::catalog::Mistake;
use crate::mistake::key_text::WRONG_KEY;
use crate::{Key, hmac_sha256};

const FIX: &str = "Derive the key as Java's SHA1PRNG does: KeyGenerator(\"AES\").init(bits, random) \
                   with SecureRandom SHA1PRNG seeded with the access key.";

/// A way to an AES key that is not the right one.
struct Derivation {
    mistake: Mistake,
    /// The keys, of 16 or 32 bytes, that it may lead to.
    keys: fn(&[u8]) -> Vec<Vec<u8>>,
}

/// All of them, the likelier first.
static TABLE: &[Derivation] = &[
    Derivation {
        mistake: Mistake {
            slug: "raw-key",
            explanation: "The access key itself was taken for the AES key: cut, filled up, decoded, or without \
                          its hyphens.",
            fix: FIX,
        },
        keys: |key| {
            let digits: Vec<u8> = key.iter().copied().filter(|byte| *byte != b'-').collect();
            let decoded = [hex::decode(&digits).ok(), STANDARD.decode(key).ok()];
            let texts = [key.to_vec(), digits].into_iter();
            texts
                .chain(decoded.into_iter().flatten())
                .flat_map(|bytes| [16, 32].map(|length| made_to_fit(&bytes, length)))
                .flatten()
                .collect()
        },
    },
    Derivation {
        mistake: Mistake {
            slug: "derived-key-as-text",
            explanation: "The AES key was derived rightly, but written as hexadecimal digits or Base64, \
                          and the letters of that text were used.",
            fix: "Give the cipher the bytes of the derived key, not the letters of a text of them.",
        },
        keys: |key| {
            let key = Key::new(String::from_utf8_lossy(key));
            let texts = [16, 32].into_iter().flat_map(move |length| {
                let derived = derive_bytes(&key, length);
                let digits = hex::encode(&derived);
                [digits.to_uppercase(), digits, STANDARD.encode(&derived)]
            });
            texts
                .flat_map(|text| [16, 24, 32].map(|length| fitted(text.as_bytes(), length)))
                .collect()
        },
    },
    Derivation {
        mistake: Mistake {
            slug: "unsigned-carry-derivation",
            explanation: "SHA1PRNG was written with unsigned bytes; Java's bytes are signed, so the \
                          second half of a 256-bit key comes out otherwise.",
            fix: "Add signed bytes and carry with an arithmetic shift, or use 128 bits \
                  (encryptType 2), which the carry does not reach.",
        },
        keys: |key| vec![unsigned_derivation(key), big_endian_derivation(key)],
    },
    Derivation {
        mistake: Mistake {
            slug: "sha1-truncated-zero-padded",
            explanation: "The AES key is SHA1(SHA1(key)) filled up with zeros; that shortcut gives \
                          only the first 20 bytes of a 256-bit key.",
            fix: "Derive all 32 bytes as Java's SHA1PRNG does, or use 128 bits (encryptType 2), \
                  for which the first 16 bytes are right.",
        },
        keys: |key| vec![fitted(&Sha1::digest(Sha1::digest(key)), 32)],
    },
    Derivation {
        mistake: Mistake {
            slug: "sha1-hashed-onwards",
            explanation: "The AES key is SHA1(SHA1(key)) followed by its own SHA-1; the generator's \
                          state was not moved on between the blocks.",
            fix: FIX,
        },
        keys: |key| {
            let block = Sha1::digest(Sha1::digest(key));
            vec![
                fitted(&[block, Sha1::digest(block)].concat(), 32),
                fitted(&[block, block].concat(), 32),
            ]
        },
    },
    Derivation {
        mistake: Mistake {
            slug: "sha1-of-key",
            explanation: "The AES key is the SHA-1 of the access key, taken once.",
            fix: FIX,
        },
        keys: |key| either(&Sha1::digest(key)),
    },
    Derivation {
        mistake: Mistake {
            slug: "sha256-of-key",
            explanation: "The AES key is the SHA-256 of the access key.",
            fix: FIX,
        },
        keys: |key| either(&Sha256::digest(key)),
    },
    Derivation {
        mistake: Mistake {
            slug: "md5-of-key",
            explanation: "The AES key is the MD5 of the access key.",
            fix: FIX,
        },
        keys: |key| either(&Md5::digest(key)),
    },
    Derivation {
        mistake: Mistake {
            slug: "sha512-of-key",
            explanation: "The AES key is the SHA-512 of the access key, cut.",
            fix: FIX,
        },
        keys: |key| either(&Sha512::digest(key)),
    },
    Derivation {
        mistake: Mistake {
            slug: "hmac-of-key",
            explanation: "The AES key is an HMAC-SHA256 or a second SHA-256 over the access key.",
            fix: FIX,
        },
        keys: |key| {
            vec![
                hmac_sha256::digest(key, b"").to_vec(),
                hmac_sha256::digest(key, key).to_vec(),
                Sha256::digest(Sha256::digest(key)).to_vec(),
            ]
        },
    },
];

/// The mistake of a value that decrypts under the other of the two lengths.
static WRONG_BIT_LENGTH: Mistake = Mistake {
    slug: "wrong-bit-length",
    explanation: "The value decrypts under another key length than encryptType tells.",
    fix: "Answer encryptType 1 with 256 bits and 2 with 128; without encryptType 256 bits hold.",
};

/// An AES key, and the mistake that leads to it; none leads to the right one.
pub(super) struct Candidate {
    pub(super) bytes: Vec<u8>,
    pub(super) mistake: Option<&'static Mistake>,
}

impl Candidate {
    /// What is varied when this key is tried: the key, or where it is right, something else.
    pub(super) fn family(&self, otherwise: Family) -> Family {
        match self.mistake {
            Some(_) => Family::CipherKey,
            None => otherwise,
        }
    }
}

/// Every AES key, the right one first.
pub(super) fn candidates(key: &Key, declared: EncryptType, other_keys: &[Key]) -> Vec<Candidate> {
    let other = match declared {
        EncryptType::Aes256 => EncryptType::Aes128,
        EncryptType::Aes128 => EncryptType::Aes256,
    };
    let wrong = TABLE.iter().flat_map(|derivation| {
        let keys = (derivation.keys)(key.expose().as_bytes()).into_iter();
        keys.map(|bytes| Candidate {
            bytes,
            mistake: Some(&derivation.mistake),
        })
    });
    let mut all = vec![
        Candidate {
            bytes: derive_key(key, declared),
            mistake: None,
        },
        Candidate {
            bytes: derive_key(key, other),
            mistake: Some(&WRONG_BIT_LENGTH),
        },
    ];
    all.push(Candidate {
        bytes: derive_bytes(key, 24),
        mistake: Some(&WRONG_BIT_LENGTH),
    });
    let others = other_keys
        .iter()
        .flat_map(|key| EncryptType::ALL.map(|kind| derive_key(key, kind)));
    all.extend(others.map(|bytes| Candidate {
        bytes,
        mistake: Some(&WRONG_KEY),
    }));
    all.extend(wrong);
    all
}

pub(super) fn mistakes() -> impl Iterator<Item = &'static Mistake> {
    std::iter::once(&WRONG_BIT_LENGTH).chain(TABLE.iter().map(|derivation| &derivation.mistake))
}

/// A digest as a key of 16 or 32 bytes: its bytes, and the letters of its hexadecimal text.
fn either(digest: &[u8]) -> Vec<Vec<u8>> {
    let hex = hex::encode(digest);
    let upper = hex.to_uppercase();
    [digest, hex.as_bytes(), upper.as_bytes()]
        .iter()
        .flat_map(|bytes| [fitted(bytes, 16), fitted(bytes, 32)])
        .collect()
}

/// The same where the state was taken for a number with its first byte the greatest.
fn big_endian_derivation(key: &[u8]) -> Vec<u8> {
    let mut state: [u8; 20] = Sha1::digest(key).into();
    let first: [u8; 20] = Sha1::digest(state).into();
    let mut carry = 1;
    for (byte, out) in state.iter_mut().zip(first).rev() {
        let sum = u16::from(*byte) + u16::from(out) + carry;
        [*byte, _] = sum.to_le_bytes();
        carry = sum >> 8;
    }
    fitted(&[first, Sha1::digest(state).into()].concat(), 32)
}

/// The bytes as a key of that length: their start or end, or filled up with zero bytes, digits
/// `0` or blanks.
fn made_to_fit(bytes: &[u8], length: usize) -> Vec<Vec<u8>> {
    let mut keys = vec![fitted(bytes, length)];
    match length.checked_sub(bytes.len()) {
        Some(missing) if missing > 0 => {
            let filled = [b'0', b' '].map(|fill| [bytes, &vec![fill; missing]].concat());
            keys.extend(filled);
            keys.push([&vec![b'0'; missing], bytes].concat());
        }
        _ => keys.push(bytes[bytes.len() - length..].to_vec()),
    }
    keys
}

/// The bytes cut, or filled up with zeros, to that length.
fn fitted(bytes: &[u8], length: usize) -> Vec<u8> {
    let zeros = std::iter::repeat(0);
    bytes.iter().copied().chain(zeros).take(length).collect()
}

/// SHA1PRNG as it comes out where bytes are unsigned: plain addition modulo 2^160.
fn unsigned_derivation(key: &[u8]) -> Vec<u8> {
    let mut state: [u8; 20] = Sha1::digest(key).into();
    let first: [u8; 20] = Sha1::digest(state).into();
    let mut carry = 1;
    for (byte, out) in state.iter_mut().zip(first) {
        let sum = u16::from(*byte) + u16::from(out) + carry;
        [*byte, _] = sum.to_le_bytes();
        carry = sum >> 8;
    }
    fitted(&[first, Sha1::digest(state).into()].concat(), 32)
}
