//! AUT024: the very same call again.

use super::forged::refused;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A call that was accepted is not accepted again, byte for byte, within its minute.
    ///
    /// # Why it matters
    /// Whoever catches a call can send it again. The platform itself never does: each of its retries
    /// has a nonce, a timestamp and a signature of its own.
    ///
    /// # A seller that breaks it
    /// Does not remember nonces, remembers the last one, or remembers them in each of several processes
    /// on its own.
    ///
    /// # How to fix
    /// Keep the nonces of rightly signed calls for two minutes in a place that all processes share,
    /// and answer 000001 where one comes again.
    ///
    /// # What a lawful seller may do
    /// Forget a nonce when its timestamp is stale. The pages advise the memory and do not order it,
    /// and the vendor's own sample has none: hence the force.
    AUT024 = {
        name: "replayed-nonce-accepted",
        force: Observed,
        source: "v2 §2",
        needs: "accepted call that was sent again byte for byte",
        lawful: ["reference"],
        api: [V2],
        faults: ["nonce-forgotten", "last-nonce-only", "notice-nonce-forgotten"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let because = "The very same call was accepted twice";
    refused(play, look, "replayed-call", &["forged-token"], because);
}
