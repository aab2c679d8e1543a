//! AUT029: a nonce of another length.

use super::stumbled::{REFUSALS_AND_FAILURES, accepted};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A call whose nonce has 16 characters, and one whose nonce has 64 hex digits, are accepted like
    /// one whose nonce has 32.
    ///
    /// # Why it matters
    /// The pages call the nonce a random text and give no length; their examples of three years have
    /// three lengths.
    ///
    /// # A seller that breaks it
    /// Checks the form of the one example that it was built after, or keeps nonces in a column that
    /// is too short.
    ///
    /// # How to fix
    /// Take any text, sign it as it came, and keep it, or its hash, for two minutes.
    ///
    /// # What a lawful seller may do
    /// Refuse for a reason that is not the call's form.
    AUT029 = {
        name: "nonce-form-refused",
        force: Must,
        source: "v2 §2",
        needs: "call with a nonce of another length, beside an accepted one",
        lawful: ["signature-checked-first"],
        api: [V2],
        faults: ["nonce-of-32-characters-only"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let fix = "Take a nonce of any length: the pages give none, and their examples have three.";
    for how in ["nonce-of-16-letters", "nonce-of-64-digits"] {
        accepted(play, look, how, REFUSALS_AND_FAILURES, fix);
    }
}
