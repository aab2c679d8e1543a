//! TRN008: a compressed answer that nobody asked for.

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Answers have no content coding: the call does not ask for one.
    ///
    /// # Why it matters
    /// The signature covers the bytes of the body; a gateway that compresses behind the signing
    /// breaks it, and the platform promises nothing about reading such a body.
    ///
    /// # A seller that breaks it
    /// A proxy or middleware that compresses every answer.
    ///
    /// # How to fix
    /// Switch compression off for the production address.
    ///
    /// # What a lawful seller may do
    /// Say `Content-Encoding: identity`.
    TRN008 = {
        name: "answer-compressed",
        force: Should,
        source: "v1 §3",
        needs: "answer",
        lawful: ["identity-encoding"],
        faults: ["release-compressed"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, answer) in play.answers() {
        look.expect(exchange, !answer.is_coded(), || {
            Fault::at("header Content-Encoding")
                .expected("no content coding")
                .actual(answer.header("content-encoding").unwrap_or_default())
                .because("The body is compressed although the call did not offer to read that.")
                .fix("Switch compression off for the production address.")
        });
    }
}
