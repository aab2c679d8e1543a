//! The right token, written as a loose comparison would still take it.

use galleria_protocol::{Key, Params, token};

use super::{Change, Tampering, Twin};

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

fn cut(params: &mut Params, _key: &Key) {
    let token = params.get(token::PARAMETER).unwrap_or_default();
    let half = token.chars().take(token.len() / 2).collect::<String>();
    params.set(token::PARAMETER, half);
}

fn swap_case(params: &mut Params, _key: &Key) {
    let swap = |letter: char| {
        if letter.is_ascii_uppercase() {
            letter.to_ascii_lowercase()
        } else {
            letter.to_ascii_uppercase()
        }
    };
    let token = params.get(token::PARAMETER).unwrap_or_default();
    let swapped = token.chars().map(swap).collect::<String>();
    params.set(token::PARAMETER, swapped);
}

fn surround(params: &mut Params, _key: &Key) {
    let token = params.get(token::PARAMETER).unwrap_or_default();
    let surrounded = format!(" {token} ");
    params.set(token::PARAMETER, surrounded);
}
