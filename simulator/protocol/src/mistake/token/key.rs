//! The right text was signed with a wrong key.

use super::case::Case;
use crate::mistake::catalog::{Entry, Mistake};
use crate::mistake::key_text::WRONG_KEY;

const FIX: &str = "Sign with the access key followed by the value of timeStamp.";

pub(super) static TABLE: &[Entry<Case>] = &[
    Entry {
        mistake: Mistake {
            slug: "key-without-timestamp",
            explanation: "The token was made with the access key alone, without timeStamp.",
            fix: FIX,
        },
        made: |case| case.signed_with(&case.key),
    },
    Entry {
        mistake: Mistake {
            slug: "timestamp-before-key",
            explanation: "The token was made with timeStamp before the access key.",
            fix: FIX,
        },
        made: |case| case.signed_with(&[case.time_stamp.as_str(), &case.key].concat()),
    },
    Entry {
        mistake: WRONG_KEY,
        made: |case| {
            case.other_keys
                .iter()
                .any(|key| case.signed_with(&[key.expose(), &case.time_stamp].concat()))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "timestamp-as-key",
            explanation: "The token was made with timeStamp alone: the access key was empty.",
            fix: "Check that the key's setting is read; its variable may be unset.",
        },
        made: |case| case.signed_with(&case.time_stamp),
    },
    Entry {
        mistake: Mistake {
            slug: "key-and-timestamp-divided",
            explanation: "There is a line end, a blank or a mark between the access key and \
                          timeStamp.",
            fix: "Trim the access key and put timeStamp directly behind it.",
        },
        made: |case| {
            ["\n", "\r\n", " ", "&", "+", ",", "_", "-", ":"]
                .iter()
                .any(|mark| case.signed_with(&format!("{}{mark}{}", case.key, case.time_stamp)))
        },
    },
];
