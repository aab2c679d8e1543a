//! AUT025: a signature in capitals.

use super::stumbled::{REFUSALS, accepted};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A call whose signature is written in capital hex digits is accepted like one in small ones.
    ///
    /// # Why it matters
    /// The pages' examples of 2023 have capitals, those since 2024 small letters. Which the platform
    /// sends may change again.
    ///
    /// # A seller that breaks it
    /// Compares the two texts as they are.
    ///
    /// # How to fix
    /// Compare without regard to case: `equalsIgnoreCase`, or decode both from hex and compare the
    /// bytes. The hex of the body's hash inside the signed text stays small.
    ///
    /// # What a lawful seller may do
    /// Refuse for a reason that is not the call's form.
    AUT025 = {
        name: "hex-case-refused",
        force: Must,
        source: "v2 §2",
        needs: "call with a signature in capitals beside an accepted one",
        lawful: ["reference"],
        api: [V2],
        faults: ["compares-hex-with-case"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let fix = "Compare the hex of both signatures without regard to case.";
    accepted(play, look, "signature-in-capitals", REFUSALS, fix);
}
