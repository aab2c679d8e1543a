//! The token was made with another function than HMAC-SHA256.

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha256};

use crate::hmac_sha256;
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
        digests: |key, text| {
            let mac = <Hmac<Sha1> as KeyInit>::new_from_slice(key);
            let mac = mac.map(|mac| mac.chain_update(text).finalize().into_bytes().to_vec());
            mac.into_iter().collect()
        },
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
