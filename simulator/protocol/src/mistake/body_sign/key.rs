//! The body was signed with something other than the key alone.

use super::case::Case;
use crate::cipher::{EncryptType, derive_key};
use crate::mistake::catalog::{Entry, Mistake};
use crate::mistake::key_text::{
    EMPTY_KEY, KEY_AND_DATA_SWAPPED, KEY_LOWERCASED, KEY_UPPERCASED, KEY_WITH_BLANK,
    KEY_WITH_NEWLINE, WRONG_KEY, with_blank, with_line_end,
};
use crate::{Key, hmac_sha256};

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
        mistake: KEY_WITH_NEWLINE,
        made: |case| {
            let keys = with_line_end(&case.key);
            keys.iter().any(|key| case.signed_with(key))
        },
    },
    Entry {
        mistake: KEY_WITH_BLANK,
        made: |case| {
            let keys = with_blank(&case.key);
            keys.iter().any(|key| case.signed_with(key))
        },
    },
    Entry {
        mistake: KEY_LOWERCASED,
        made: |case| case.signed_with(case.key.to_lowercase()),
    },
    Entry {
        mistake: KEY_UPPERCASED,
        made: |case| case.signed_with(case.key.to_uppercase()),
    },
    Entry {
        mistake: EMPTY_KEY,
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
        mistake: KEY_AND_DATA_SWAPPED,
        made: |case| {
            case.body != case.key.as_bytes()
                && case.is(&hmac_sha256::digest(&case.body, case.key.as_bytes()))
        },
    },
];
