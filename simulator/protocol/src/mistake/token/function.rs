//! The token was made with another function than HMAC-SHA256.

use hmac::Hmac;
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

use crate::hmac_sha256;
use crate::mistake::call::keyed;
use crate::mistake::catalog::Mistake;

const FIX: &str = "Use HMAC-SHA256 with the access key followed by timeStamp as its key.";

/// Another function.
pub(super) struct Function {
    pub(super) mistake: Mistake,
    /// What comes out of it for the right key and a text.
    pub(super) digests: fn(&[u8], &[u8]) -> Vec<Vec<u8>>,
}

/// All of them, the likelier first.
pub(super) static TABLE: &[Function] = &[
    Function {
        mistake: Mistake {
            slug: "token-hmac-sha1",
            explanation: "The token was made with HMAC-SHA1.",
            fix: FIX,
        },
        digests: |key, text| vec![keyed::<Hmac<Sha1>>(key, text)],
    },
    Function {
        mistake: Mistake {
            slug: "token-hmac-md5",
            explanation: "The token was made with HMAC-MD5.",
            fix: FIX,
        },
        digests: |key, text| vec![keyed::<Hmac<Md5>>(key, text)],
    },
    Function {
        mistake: Mistake {
            slug: "token-hmac-sha512",
            explanation: "The token was made with HMAC-SHA512.",
            fix: FIX,
        },
        digests: |key, text| vec![keyed::<Hmac<Sha512>>(key, text)],
    },
    Function {
        mistake: Mistake {
            slug: "token-without-hmac",
            explanation: "The token is the plain SHA-256 of the text, with or without the key joined to \
                          it.",
            fix: FIX,
        },
        digests: |key, text| {
            [text.to_vec(), [key, text].concat(), [text, key].concat()]
                .map(|joined| Sha256::digest(joined).to_vec())
                .into()
        },
    },
    Function {
        mistake: Mistake {
            slug: "token-key-and-text-swapped",
            explanation: "Key and text were given to the HMAC function in the wrong order.",
            fix: "Swap the arguments: the access key followed by timeStamp is the key.",
        },
        digests: |key, text| vec![hmac_sha256::digest(text, key).to_vec()],
    },
];
