//! AUT010: a wrong token of the right form does business.

use super::forged::refused;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A call whose token was made with another key is not accepted, a debug call as little as a real
    /// one. It goes out beside an accepted call that differs in the token alone.
    ///
    /// # Why it matters
    /// Whoever knows the address creates, expires and deletes instances.
    ///
    /// # A seller that breaks it
    /// Does not check the token, checks its length or presence only, logs a mismatch and goes on, or
    /// answers whatever carries testFlag=1 before it looks at the token.
    ///
    /// # How to fix
    /// Compare the whole token before anything else is done, and answer 000001 where it differs.
    ///
    /// # What a lawful seller may do
    /// Refuse in any way: which code it uses is AUT015's business.
    AUT010 = {
        name: "forged-token-accepted",
        force: Must,
        source: "v1 §2, v2 §2",
        needs: "forged call beside an accepted one",
        lawful: ["chinese-message", "form-decoding-only"],
        faults: [
            "token-not-checked",
            "token-length-checked-only",
            "queries-not-verified",
            "test-calls-not-verified",
            "notice-signature-not-checked",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    refused(
        play,
        look,
        "forged-token",
        &[],
        "A call that was signed with another key was accepted",
    );
}
