//! The signature itself, and the body that it is to cover.

use std::fmt::Write as _;

use galleria_protocol::Key;
use galleria_protocol::query_signature::NONCE;

use crate::market::Sealed;
use crate::tamper::{Change, Tampering, Twin};

pub(in crate::tamper) const SIGNATURE_IN_CAPITALS: Tampering = Tampering {
    name: "signature-in-capitals",
    about: "the signature's hex digits are written in capitals",
    twin: Twin::Lawful,
    change: Change::AfterSigning(|sealed, _| {
        let name = sealed.signature_name();
        let capitals = sealed.query.get(name).map(str::to_ascii_uppercase);
        sealed.query.set(name, capitals.unwrap_or_default());
    }),
};

pub(in crate::tamper) const SHORT_NONCE: Tampering = Tampering {
    name: "nonce-of-16-letters",
    about: "the nonce has 16 characters, as in the examples of 2024",
    twin: Twin::Lawful,
    change: Change::AfterSigning(|sealed, key| {
        rewrite_nonce(sealed, key, |nonce| nonce.chars().take(16).collect());
    }),
};

pub(in crate::tamper) const LONG_NONCE: Tampering = Tampering {
    name: "nonce-of-64-digits",
    about: "the nonce has 64 hex digits, as in the examples of 2023",
    twin: Twin::Lawful,
    change: Change::AfterSigning(|sealed, key| rewrite_nonce(sealed, key, in_hex)),
};

/// The bytes of a text in capital hex digits.
fn in_hex(text: &str) -> String {
    text.bytes().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02X}");
        digits
    })
}

/// Writes the nonce otherwise and signs the call again: it stays a nonce that was never used.
fn rewrite_nonce(sealed: &mut Sealed, key: &Key, write: impl Fn(&str) -> String) {
    let nonce = write(sealed.query.get(NONCE).unwrap_or_default());
    sealed.query.set(NONCE, nonce);
    sealed.sign_again(key);
}

pub(in crate::tamper) const OTHER_BODY: Tampering = Tampering {
    name: "other-body",
    about: "another body stands under the signature: that of a debug call",
    twin: Twin::Forged,
    change: Change::AfterSigning(|sealed, _| {
        sealed.change_content(|content| content.set("testFlag", "1"));
    }),
};

pub(in crate::tamper) const SECONDS: Tampering = Tampering {
    name: "timestamp-in-seconds",
    about: "the timestamp is in seconds, which no printed example shows",
    twin: Twin::Explaining,
    change: Change::AfterSigning(|sealed, key| {
        let millis = sealed.query.get("timestamp").unwrap_or_default();
        let seconds = millis.parse::<i64>().map_or(0, |millis| millis / 1000);
        sealed.query.set("timestamp", seconds.to_string());
        sealed.sign_again(key);
    }),
};
