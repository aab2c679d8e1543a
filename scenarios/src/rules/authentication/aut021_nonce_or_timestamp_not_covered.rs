//! AUT021: a changed nonce or timestamp under the same signature.

use super::forged::refused;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A call whose nonce or timestamp was changed after signing, or left out, is not accepted.
    ///
    /// # Why it matters
    /// A caught call can be sent for ever: each time with a fresh date and an unused nonce.
    ///
    /// # A seller that breaks it
    /// Signs over the body alone, or over one of the two; or skips the check where one is missing.
    ///
    /// # How to fix
    /// Sign the access key, the nonce, the timestamp and the hex of the body's HMAC-SHA256, in this
    /// order, with nothing between them; the texts of nonce and timestamp as they came.
    ///
    /// # What a lawful seller may do
    /// Refuse in any way: which code it uses is AUT015's business.
    AUT021 = {
        name: "nonce-or-timestamp-not-covered",
        force: Must,
        source: "v2 §2",
        needs: "call with another nonce or timestamp under its signature, beside an accepted one",
        lawful: ["refused-with-one-code", "bytes-alone-verified"],
        api: [V2],
        faults: ["skips-check-without-nonce", "skips-check-without-timestamp"],
        check: check,
    }
}

const CHANGES: [(&str, &str); 4] = [
    (
        "changed-nonce",
        "A call whose nonce was changed after signing was accepted",
    ),
    (
        "changed-timestamp",
        "A call whose timestamp was changed after signing was accepted",
    ),
    ("missing-nonce", "A call without its nonce was accepted"),
    (
        "missing-timestamp",
        "A call without its timestamp was accepted",
    ),
];

fn check(play: &Play, look: &mut Look) {
    for (how, because) in CHANGES {
        refused(play, look, how, &["forged-token"], because);
    }
}
