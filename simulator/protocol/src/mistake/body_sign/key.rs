//! The body was signed with something other than the key alone.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::case::Case;
use crate::Key;
use crate::cipher::{EncryptType, derive_key};
use crate::mistake::catalog::Mistake;
use crate::mistake::key_text::{
    EMPTY_KEY, KEY_LOWERCASED, KEY_UPPERCASED, KEY_WITH_BLANK, KEY_WITH_NEWLINE, WRONG_KEY,
};

/// A wrong key.
pub(super) struct WrongKey {
    pub(super) mistake: Mistake,
    /// The keys that it may lead to.
    keys: fn(&Case) -> Vec<Vec<u8>>,
}

/// Every wrong key, the likelier first, and the mistake that leads to it.
pub(super) fn wrong_keys(case: &Case) -> Vec<(&'static Mistake, Vec<u8>)> {
    let all = TABLE.iter().flat_map(|wrong| {
        let keys = (wrong.keys)(case).into_iter();
        keys.map(|key| (&wrong.mistake, key))
    });
    all.filter(|(_, key)| key != case.key.as_bytes()).collect()
}

pub(super) fn mistakes() -> impl Iterator<Item = &'static Mistake> {
    TABLE.iter().map(|wrong| &wrong.mistake)
}

static TABLE: &[WrongKey] = &[
    WrongKey {
        mistake: Mistake {
            slug: "signed-with-key-and-timestamp",
            explanation: "The key was followed by the request's timeStamp, as for authToken.",
            fix: "Sign the answer with the access key alone.",
        },
        keys: |case| {
            let time = case.time_stamp.iter();
            time.map(|time| bytes(case.key.clone() + time)).collect()
        },
    },
    WrongKey {
        mistake: WRONG_KEY,
        keys: |case| {
            let others = case.other_keys.iter();
            others.map(|key| bytes(key.expose())).collect()
        },
    },
    WrongKey {
        mistake: KEY_WITH_NEWLINE,
        keys: |case| {
            ["\n", "\r\n"]
                .map(|end| bytes(case.key.clone() + end))
                .into()
        },
    },
    WrongKey {
        mistake: KEY_WITH_BLANK,
        keys: |case| {
            vec![
                bytes(format!(" {}", case.key)),
                bytes(format!("{} ", case.key)),
            ]
        },
    },
    WrongKey {
        mistake: Mistake {
            slug: "key-in-quotes",
            explanation: "The key that was used stands in quotation marks.",
            fix: "Take the quotation marks off the key's setting; its reader does not.",
        },
        keys: |case| {
            ['"', '\'']
                .map(|mark| bytes(format!("{mark}{}{mark}", case.key)))
                .into()
        },
    },
    WrongKey {
        mistake: KEY_LOWERCASED,
        keys: |case| vec![bytes(case.key.to_lowercase())],
    },
    WrongKey {
        mistake: KEY_UPPERCASED,
        keys: |case| vec![bytes(case.key.to_uppercase())],
    },
    WrongKey {
        mistake: Mistake {
            slug: "key-without-hyphens",
            explanation: "The hyphens of the key were left out.",
            fix: "Use the key letter by letter as the seller centre shows it.",
        },
        keys: |case| vec![bytes(case.key.replace('-', ""))],
    },
    WrongKey {
        mistake: Mistake {
            slug: "key-decoded",
            explanation: "The key was decoded from Base64 or hexadecimal digits before it was used.",
            fix: "Use the text of the access key as it is, in UTF-8.",
        },
        keys: |case| {
            let hex = hex::decode(case.key.replace('-', "")).ok();
            hex.into_iter()
                .chain(STANDARD.decode(&case.key).ok())
                .collect()
        },
    },
    WrongKey {
        mistake: Mistake {
            slug: "key-encoded",
            explanation: "The key was encoded as Base64 before it was used.",
            fix: "Use the text of the access key as it is, in UTF-8.",
        },
        keys: |case| vec![bytes(STANDARD.encode(&case.key))],
    },
    WrongKey {
        mistake: EMPTY_KEY,
        keys: |_| vec![Vec::new()],
    },
    WrongKey {
        mistake: Mistake {
            slug: "signed-with-derived-key",
            explanation: "The AES key that is derived for encryption was used to sign.",
            fix: "Sign with the text of the access key; only encryption derives a key.",
        },
        keys: |case| {
            let key = Key::new(case.key.as_str());
            EncryptType::ALL.map(|kind| derive_key(&key, kind)).into()
        },
    },
];

fn bytes(text: impl Into<String>) -> Vec<u8> {
    text.into().into_bytes()
}
