//! AUT020: another body under the same signature.

use super::forged::refused;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A call with another body than the one that was signed is not accepted. Address, timestamp
    /// and signature are right; the body is that of a debug call.
    ///
    /// # Why it matters
    /// Whoever sees one signed address can send any order under it.
    ///
    /// # A seller that breaks it
    /// Signs over nonce and timestamp alone, because its framework has read the body before the
    /// check could; or signs over an object read from the body, which lacks what was added.
    ///
    /// # How to fix
    /// Keep the body's bytes as they came, and put the lower-case hex of their HMAC-SHA256 at the
    /// end of the text that is signed.
    ///
    /// # What a lawful seller may do
    /// Verify over the bytes, or over the body read and written again with its members sorted.
    AUT020 = {
        name: "body-not-covered",
        force: Must,
        source: "v2 §2",
        needs: "call with another body under its signature, beside an accepted one",
        lawful: ["bytes-alone-verified"],
        api: [V2],
        faults: ["added-members-not-covered", "test-calls-not-verified"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let because = "A call with another body than the one that was signed was accepted";
    refused(play, look, "other-body", &["forged-token"], because);
}
