//! AUT011: a call without any token does business.

use super::forged::refused;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A call without `authToken` is not accepted. It goes out beside an accepted call that differs
    /// in that alone.
    ///
    /// # Why it matters
    /// Whoever knows the address creates, expires and deletes instances.
    ///
    /// # A seller that breaks it
    /// Checks the token only where there is one.
    ///
    /// # How to fix
    /// Answer 000001 where `authToken` is absent or empty.
    ///
    /// # What a lawful seller may do
    /// Refuse in any way: which code it uses is AUT015's business.
    AUT011 = {
        name: "missing-token-accepted",
        force: Must,
        source: "v1 §2, v2 §2",
        needs: "call without a token beside an accepted one",
        lawful: ["chinese-message"],
        faults: ["missing-token-accepted", "only-purchase-needs-token", "notice-signature-not-checked"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    refused(
        play,
        look,
        "missing-token",
        &[],
        "A call that was not signed was accepted",
    );
}
