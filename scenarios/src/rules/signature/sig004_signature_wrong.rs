//! SIG004: a signature that does not fit.

use galleria_marketplace::transcript::SignatureValue;

use super::seen::{present, wrong};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// The signature is Base64(HMAC-SHA256(key, body)) over exactly the bytes that were sent.
    ///
    /// # Why it matters
    /// The platform refuses the answer; orders are retried and refunded.
    ///
    /// # A seller that breaks it
    /// Signs with key and timeStamp (that is the request's rule), signs an object that is
    /// serialised once more for sending, adds a newline behind the body, writes hex for Base64.
    ///
    /// # How to fix
    /// Serialise once, sign those bytes with the key alone, send those bytes. The finding names
    /// the mistake where one of the known ones explains the value.
    ///
    /// # What a lawful seller may do
    /// Write its JSON in any order, with any white space and any escapes: the bytes count.
    SIG004 = {
        name: "signature-wrong",
        force: Must,
        source: "v1 §3",
        needs: "answer with a Body-Sign that can be read",
        lawful: [
            "members-in-reverse",
            "pretty-json",
            "raw-utf8",
            "slashes-escaped",
            "trailing-newline",
            "white-space-around",
        ],
        api: [V1],
        faults: [
            "signs-key-and-timestamp",
            "newline-added-after-signing",
            "signature-in-hex",
            "signs-sorted-members",
            "signs-with-sha1",
            "signature-of-first-answer",
            "signature-url-safe",
            "signs-pretty-print",
            "signs-without-key",
            "key-and-body-swapped",
            "length-in-characters",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for present in present(play) {
        match present.value {
            SignatureValue::Unreadable => {}
            SignatureValue::Right => look.held(),
            SignatureValue::Wrong { cause, tried } => {
                look.found(present.exchange, wrong(cause.as_deref(), tried.as_deref()));
            }
        }
    }
}
