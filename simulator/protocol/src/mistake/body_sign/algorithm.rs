//! The signature was made with another function than HMAC-SHA256.

use hmac::{Hmac, KeyInit, Mac};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

use super::case::Case;
use crate::mistake::catalog::{Entry, Mistake};

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

pub(super) static TABLE: &[Entry<Case>] = &[
    Entry {
        mistake: Mistake {
            slug: "sha256-without-key",
            explanation: "The signature is the plain SHA-256 of the body, without any key.",
            fix: FIX,
        },
        made: |case| case.is(&Sha256::digest(&case.body)),
    },
    Entry {
        mistake: Mistake {
            slug: "sha256-of-key-and-body",
            explanation: "The signature is the plain SHA-256 of key and body joined.",
            fix: FIX,
        },
        made: |case| {
            let (key, body) = (case.key.as_bytes(), case.body.as_slice());
            case.is(&Sha256::digest([key, body].concat()))
                || case.is(&Sha256::digest([body, key].concat()))
        },
    },
    Entry {
        mistake: HMAC_SHA1,
        made: keyed::<Hmac<Sha1>>,
    },
    Entry {
        mistake: HMAC_MD5,
        made: keyed::<Hmac<Md5>>,
    },
    Entry {
        mistake: HMAC_SHA512,
        made: keyed::<Hmac<Sha512>>,
    },
];

/// Whether the right bytes were signed with the right key by that function.
fn keyed<M: Mac + KeyInit>(case: &Case) -> bool {
    let mac = <M as KeyInit>::new_from_slice(case.key.as_bytes());
    mac.is_ok_and(|mac| case.is(&mac.chain_update(&case.body).finalize().into_bytes()))
}
