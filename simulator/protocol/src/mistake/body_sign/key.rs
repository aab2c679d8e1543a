//! The body was signed with something other than the key alone.

use super::case::Case;
use crate::cipher::{EncryptType, derive_key};
use crate::mistake::catalog::{Entry, Mistake};
use crate::{Key, hmac_sha256};

pub(in crate::mistake) const WRONG_KEY: Mistake = Mistake {
    slug: "wrong-key",
    explanation: "Another of the known keys was used.",
    fix: "Use the access key of the seller that the call is for.",
};

pub(super) static TABLE: &[Entry<Case>] = &[
    Entry {
        mistake: Mistake {
            slug: "signed-with-key-and-timestamp",
            explanation: "The key was followed by the request's timeStamp, as for authToken.",
            fix: "Sign the answer with the access key alone.",
        },
        made: |case| {
            case.time_stamp
                .as_ref()
                .is_some_and(|time| case.signed_with(case.key.clone() + time))
        },
    },
    Entry {
        mistake: WRONG_KEY,
        made: |case| {
            case.other_keys
                .iter()
                .any(|key| case.signed_with(key.expose()))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "key-with-newline",
            explanation: "The key that was used ends with a line end.",
            fix: "Trim the key after reading it from its file or variable.",
        },
        made: |case| {
            ["\n", "\r\n"]
                .iter()
                .any(|end| case.signed_with(case.key.clone() + end))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "key-with-blank",
            explanation: "The key that was used has a blank before or behind it.",
            fix: "Trim the key; the blank was copied with it.",
        },
        made: |case| {
            let keys = [format!(" {}", case.key), format!("{} ", case.key)];
            keys.iter().any(|key| case.signed_with(key))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "key-lowercased",
            explanation: "The key was turned into lower case.",
            fix: "Use the key letter by letter as the seller centre shows it.",
        },
        made: |case| case.signed_with(case.key.to_lowercase()),
    },
    Entry {
        mistake: Mistake {
            slug: "key-uppercased",
            explanation: "The key was turned into upper case.",
            fix: "Use the key letter by letter as the seller centre shows it.",
        },
        made: |case| case.signed_with(case.key.to_uppercase()),
    },
    Entry {
        mistake: Mistake {
            slug: "signed-with-empty-key",
            explanation: "The key that was used is empty.",
            fix: "Check that the key's setting is read; its variable may be unset.",
        },
        made: |case| case.signed_with(""),
    },
    Entry {
        mistake: Mistake {
            slug: "signed-with-derived-key",
            explanation: "The AES key that is derived for encryption was used to sign.",
            fix: "Sign with the text of the access key; only encryption derives a key.",
        },
        made: |case| {
            let key = Key::new(case.key.as_str());
            EncryptType::ALL
                .iter()
                .any(|kind| case.signed_with(derive_key(&key, *kind)))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "key-and-data-swapped",
            explanation: "Key and data were given to the HMAC function in the wrong order.",
            fix: "Swap the arguments: the access key is the key, the body is the data.",
        },
        made: |case| {
            case.body != case.key.as_bytes()
                && case.is(&hmac_sha256::digest(&case.body, case.key.as_bytes()))
        },
    },
];
