//! The signature was made with another function than HMAC-SHA256.

use hmac::{Hmac, KeyInit, Mac};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

use crate::hmac_sha256;
use crate::mistake::catalog::Mistake;
use crate::mistake::key_text::KEY_AND_DATA_SWAPPED;

const FIX: &str = "Use HMAC-SHA256 with the access key as its key.";

pub(in crate::mistake) const HMAC_SHA1: Mistake = Mistake {
    slug: "hmac-sha1",
    explanation: "The signature was made with HMAC-SHA1.",
    fix: FIX,
};

pub(in crate::mistake) const HMAC_MD5: Mistake = Mistake {
    slug: "hmac-md5",
    explanation: "The signature was made with HMAC-MD5.",
    fix: FIX,
};

pub(in crate::mistake) const HMAC_SHA512: Mistake = Mistake {
    slug: "hmac-sha512",
    explanation: "The signature was made with HMAC-SHA512.",
    fix: FIX,
};

/// Another function.
pub(super) struct Function {
    pub(super) mistake: Mistake,
    /// What comes out of it for a key and data.
    pub(super) digests: fn(&[u8], &[u8]) -> Vec<Vec<u8>>,
}

/// All of them, the likelier first.
pub(super) static TABLE: &[Function] = &[
    Function {
        mistake: KEY_AND_DATA_SWAPPED,
        digests: |key, data| vec![hmac_sha256::digest(data, key).to_vec()],
    },
    Function {
        mistake: Mistake {
            slug: "sha256-without-key",
            explanation: "The signature is the plain SHA-256 of the body, without any key.",
            fix: FIX,
        },
        digests: |_, data| vec![Sha256::digest(data).to_vec()],
    },
    Function {
        mistake: Mistake {
            slug: "sha256-of-key-and-body",
            explanation: "The signature is the plain SHA-256 of key and body joined.",
            fix: FIX,
        },
        digests: |key, data| {
            [[key, data].concat(), [data, key].concat()]
                .map(|joined| Sha256::digest(joined).to_vec())
                .into()
        },
    },
    Function {
        mistake: HMAC_SHA1,
        digests: keyed::<Hmac<Sha1>>,
    },
    Function {
        mistake: HMAC_MD5,
        digests: keyed::<Hmac<Md5>>,
    },
    Function {
        mistake: HMAC_SHA512,
        digests: keyed::<Hmac<Sha512>>,
    },
    Function {
        mistake: Mistake {
            slug: "hash-without-key",
            explanation: "The signature is the plain MD5 or SHA-1 of the body, with or without the key \
                          joined to it.",
            fix: FIX,
        },
        digests: |key, data| {
            [data.to_vec(), [key, data].concat(), [data, key].concat()]
                .iter()
                .flat_map(|text| [Md5::digest(text).to_vec(), Sha1::digest(text).to_vec()])
                .collect()
        },
    },
];

/// What that keyed function makes of the data.
fn keyed<M: Mac + KeyInit>(key: &[u8], data: &[u8]) -> Vec<Vec<u8>> {
    let mac = <M as KeyInit>::new_from_slice(key);
    let digest = mac.map(|mac| mac.chain_update(data).finalize().into_bytes().to_vec());
    digest.into_iter().collect()
}
