//! The right token, written as a loose comparison would still take it.

use galleria_protocol::Key;

use super::{Change, Tampering, Twin};
use crate::market::Sealed;

pub(super) const TOKEN_PREFIX: Tampering = Tampering {
    name: "token-prefix",
    about: "the token is the first half of the right one",
    twin: Twin::Forged,
    change: Change::AfterSigning(cut),
};

pub(super) const TOKEN_LETTER_CASE: Tampering = Tampering {
    name: "token-letter-case",
    about: "the token is the right one with upper and lower case swapped",
    twin: Twin::Forged,
    change: Change::AfterSigning(swap_case),
};

pub(super) const TOKEN_IN_BLANKS: Tampering = Tampering {
    name: "token-in-blanks",
    about: "the token is the right one with blanks around it",
    twin: Twin::Forged,
    change: Change::AfterSigning(surround),
};

fn cut(sealed: &mut Sealed, _key: &Key) {
    change(sealed, |token| {
        token.chars().take(token.len() / 2).collect()
    });
}

fn swap_case(sealed: &mut Sealed, _key: &Key) {
    let swap = |letter: char| {
        if letter.is_ascii_uppercase() {
            letter.to_ascii_lowercase()
        } else {
            letter.to_ascii_uppercase()
        }
    };
    change(sealed, |token| token.chars().map(swap).collect());
}

fn surround(sealed: &mut Sealed, _key: &Key) {
    change(sealed, |token| format!(" {token} "));
}

fn change(sealed: &mut Sealed, change: impl FnOnce(&str) -> String) {
    let name = sealed.signature_name();
    let changed = change(sealed.query.get(name).unwrap_or_default());
    sealed.query.set(name, changed);
}
