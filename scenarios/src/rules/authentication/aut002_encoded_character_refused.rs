//! AUT002: a value that URLs escape makes the token fail.

use super::stumbled::{REFUSALS, accepted};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A purchase whose customer's name holds `+ / = % &` and a blank is accepted like the same
    /// purchase without them.
    ///
    /// # Why it matters
    /// Encrypted phone numbers, extension parameters and names of companies hold such characters:
    /// those orders fail, and the others do not, so that nobody finds the reason.
    ///
    /// # A seller that breaks it
    /// Computes the token over the raw query, or decodes values that the framework has decoded
    /// already: a plus sign becomes a blank.
    ///
    /// # How to fix
    /// Decode each value exactly once, before it is signed and before it is used.
    ///
    /// # What a lawful seller may do
    /// Refuse for any reason but the token or the parameters.
    AUT002 = {
        name: "encoded-character-refused",
        force: Must,
        source: "v1 §1, §2",
        needs: "purchase with escaped characters beside an accepted one",
        lawful: ["form-decoding-only", "three-in-stock"],
        api: [V1],
        scenes: [NewInstance],
        faults: ["verifies-encoded-values", "decodes-values-twice"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let fix =
        "Decode each value exactly once before it is signed: + is a blank, %2B is a plus sign.";
    accepted(play, look, "encoded-name", REFUSALS, fix);
}
