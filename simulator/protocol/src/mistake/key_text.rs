//! A key that was read, kept or handed over wrongly, whatever is signed with it.

use super::catalog::Mistake;

pub(super) const WRONG_KEY: Mistake = Mistake {
    slug: "wrong-key",
    explanation: "Another of the known keys was used.",
    fix: "Use the access key of the seller that the call is for.",
};

pub(super) const KEY_WITH_NEWLINE: Mistake = Mistake {
    slug: "key-with-newline",
    explanation: "The key that was used ends with a line end.",
    fix: "Trim the key after reading it from its file or variable.",
};

pub(super) const KEY_WITH_BLANK: Mistake = Mistake {
    slug: "key-with-blank",
    explanation: "The key that was used has a blank before or behind it.",
    fix: "Trim the key; the blank was copied with it.",
};

pub(super) const KEY_LOWERCASED: Mistake = Mistake {
    slug: "key-lowercased",
    explanation: "The key was turned into lower case.",
    fix: "Use the key letter by letter as the seller centre shows it.",
};

pub(super) const KEY_UPPERCASED: Mistake = Mistake {
    slug: "key-uppercased",
    explanation: "The key was turned into upper case.",
    fix: "Use the key letter by letter as the seller centre shows it.",
};

pub(super) const EMPTY_KEY: Mistake = Mistake {
    slug: "signed-with-empty-key",
    explanation: "The key that was used is empty.",
    fix: "Check that the key's setting is read; its variable may be unset.",
};

pub(super) const KEY_AND_DATA_SWAPPED: Mistake = Mistake {
    slug: "key-and-data-swapped",
    explanation: "Key and data were given to the HMAC function in the wrong order.",
    fix: "Swap the arguments: the access key is the key, what is signed is the data.",
};

/// The key with a line end behind it.
pub(super) fn with_line_end(key: &str) -> Vec<String> {
    vec![format!("{key}\n"), format!("{key}\r\n")]
}

/// The key with a blank at one of its ends.
pub(super) fn with_blank(key: &str) -> Vec<String> {
    vec![format!(" {key}"), format!("{key} ")]
}
