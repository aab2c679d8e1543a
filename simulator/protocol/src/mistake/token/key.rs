//! The right text was signed with a wrong key.

use super::case::Case;
use crate::mistake::catalog::Mistake;
use crate::mistake::key_text::WRONG_KEY;

const FIX: &str = "Sign with the access key followed by the value of timeStamp.";

/// A wrong key.
pub(super) struct WrongKey {
    pub(super) mistake: Mistake,
    /// The keys that it may lead to.
    keys: fn(&Case) -> Vec<String>,
}

/// Every wrong key, the likelier first, and the mistake that leads to it.
pub(super) fn wrong_keys(case: &Case) -> Vec<(&'static Mistake, String)> {
    let right = case.right_key();
    let all = TABLE.iter().flat_map(|wrong| {
        let keys = (wrong.keys)(case).into_iter();
        keys.map(|key| (&wrong.mistake, key))
    });
    all.filter(|(_, key)| *key != right).collect()
}

pub(super) fn mistakes() -> impl Iterator<Item = &'static Mistake> {
    TABLE.iter().map(|wrong| &wrong.mistake)
}

static TABLE: &[WrongKey] = &[
    WrongKey {
        mistake: Mistake {
            slug: "key-without-timestamp",
            explanation: "The token was made with the access key alone, without timeStamp.",
            fix: FIX,
        },
        keys: |case| vec![case.key.clone()],
    },
    WrongKey {
        mistake: Mistake {
            slug: "timestamp-before-key",
            explanation: "The token was made with timeStamp before the access key.",
            fix: FIX,
        },
        keys: |case| vec![[case.time_stamp.as_str(), &case.key].concat()],
    },
    WrongKey {
        mistake: WRONG_KEY,
        keys: |case| {
            let others = case.other_keys.iter();
            others
                .map(|key| [key.expose(), &case.time_stamp].concat())
                .collect()
        },
    },
    WrongKey {
        mistake: Mistake {
            slug: "timestamp-as-key",
            explanation: "The token was made with timeStamp alone: the access key was empty.",
            fix: "Check that the key's setting is read; its variable may be unset.",
        },
        keys: |case| vec![case.time_stamp.clone()],
    },
    WrongKey {
        mistake: Mistake {
            slug: "key-and-timestamp-divided",
            explanation: "There is a line end, a blank or a mark between the access key and \
                          timeStamp.",
            fix: "Trim the access key and put timeStamp directly behind it.",
        },
        keys: |case| {
            [
                "\n",
                "\r\n",
                " ",
                "&",
                "+",
                ",",
                "_",
                "-",
                ":",
                "timeStamp=",
                "&timeStamp=",
            ]
            .map(|mark| format!("{}{mark}{}", case.key, case.time_stamp))
            .into()
        },
    },
    WrongKey {
        mistake: Mistake {
            slug: "token-key-case-changed",
            explanation: "The access key was turned into lower or upper case before timeStamp was put \
                          behind it.",
            fix: "Use the key letter by letter as the seller centre shows it.",
        },
        keys: |case| {
            [case.key.to_lowercase(), case.key.to_uppercase()]
                .map(|key| key + &case.time_stamp)
                .into()
        },
    },
];
