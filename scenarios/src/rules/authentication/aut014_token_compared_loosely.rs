//! AUT014: a token that only resembles the right one does business.

use super::forged::refused;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// The beginning of the right token, the token in another letter case, and the token with
    /// blanks around it are not accepted. Each goes out behind an accepted call.
    ///
    /// # Why it matters
    /// A comparison that forgives is one that can be guessed: a prefix of a few characters is found
    /// by trying.
    ///
    /// # A seller that breaks it
    /// Compares with `startsWith`, `equalsIgnoreCase` or `trim`.
    ///
    /// # How to fix
    /// Compare the whole text byte for byte, in constant time.
    ///
    /// # What a lawful seller may do
    /// Read a blank inside the token as the plus sign that some framework made of it. Where any
    /// token is accepted, AUT010 tells it.
    AUT014 = {
        name: "token-compared-loosely",
        force: Must,
        source: "v1 §2",
        needs: "call with a token like the right one, beside an accepted one",
        lawful: ["reference", "form-decoding-only"],
        faults: ["compares-token-by-prefix", "compares-token-without-case", "compares-token-trimmed"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let forms = [
        (
            "token-prefix",
            "The first half of the right signature was accepted",
        ),
        (
            "token-letter-case",
            "The right signature in another letter case was accepted",
        ),
        (
            "token-in-blanks",
            "The right signature with blanks around it was accepted",
        ),
    ];
    for (how, because) in forms {
        refused(play, look, how, &["forged-token"], because);
    }
}
