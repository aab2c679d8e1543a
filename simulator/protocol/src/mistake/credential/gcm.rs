//! AES in Galois counter mode, which proves by its tag that the key is right.

use aes::{Aes128, Aes256};
use aes_gcm::AesGcm;
use aes_gcm::aead::consts::{U12, U16};
use aes_gcm::aead::{Aead, KeyInit, Nonce};

use super::key::Candidate;
use super::text::{Written, writings};
use crate::mistake::catalog::Mistake;
use crate::mistake::{Cause, Family, Tried};

static GCM_MODE: Mistake = Mistake {
    slug: "gcm-mode",
    explanation: "The value was encrypted in GCM mode; the platform decrypts CBC with PKCS#5 padding.",
    fix: "Encrypt with AES/CBC/PKCS5Padding (in Node aes-256-cbc) and a vector of sixteen ASCII \
          characters that is sent in front.",
};

pub(super) fn mistakes() -> impl Iterator<Item = &'static Mistake> {
    std::iter::once(&GCM_MODE)
}

/// The size of the tag behind the ciphertext.
const TAG: usize = 16;

/// The lengths of nonces: that of the mode, and that of the platform's vector.
const NONCES: [usize; 2] = [12, 16];

/// The mistake of a value that opens in this mode.
pub(super) fn explain(keys: &[Candidate], wire: &str, tried: &mut Tried) -> Option<Cause> {
    for (nonce, (sealed, writing)) in readings(wire) {
        for key in keys {
            tried.add(key.family(Family::CipherMode), 1);
            if opens(&key.bytes, &nonce, &sealed) {
                return Cause::of([key.mistake, Some(&GCM_MODE), writing]);
            }
        }
    }
    None
}

/// The nonce in letters before the rest, or among its bytes.
fn readings(wire: &str) -> Vec<(Vec<u8>, Written)> {
    let mut found = Vec::new();
    for length in NONCES {
        if let Some((nonce, rest)) = wire.split_at_checked(length) {
            let sealed = writings(rest, |bytes| bytes.len() > TAG).into_iter();
            found.extend(sealed.map(|written| (nonce.as_bytes().to_vec(), written)));
        }
        for (bytes, writing) in writings(wire, |bytes| bytes.len() > length + TAG) {
            let (nonce, sealed) = bytes.split_at(length);
            found.push((nonce.to_vec(), (sealed.to_vec(), writing)));
        }
    }
    found
}

fn opens(key: &[u8], nonce: &[u8], sealed: &[u8]) -> bool {
    opens_with::<AesGcm<Aes256, U12>>(key, nonce, sealed)
        || opens_with::<AesGcm<Aes256, U16>>(key, nonce, sealed)
        || opens_with::<AesGcm<Aes128, U12>>(key, nonce, sealed)
        || opens_with::<AesGcm<Aes128, U16>>(key, nonce, sealed)
}

fn opens_with<C: Aead + KeyInit>(key: &[u8], nonce: &[u8], sealed: &[u8]) -> bool {
    let Ok(cipher) = C::new_from_slice(key) else {
        return false;
    };
    let Ok(nonce) = <&Nonce<C>>::try_from(nonce) else {
        return false;
    };
    cipher.decrypt(nonce, sealed).is_ok()
}
