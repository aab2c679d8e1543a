//! AUT012: a call that was changed after signing does business.

use super::forged::refused;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A call of which one parameter was changed after signing is not accepted. It goes out behind
    /// an accepted call with the same token and date.
    ///
    /// # Why it matters
    /// Whoever sees one signed call, in a log or at a proxy, can make others of it.
    ///
    /// # A seller that breaks it
    /// Keeps good tokens in a cache without what they were made for, or signs over some of the
    /// parameters only.
    ///
    /// # How to fix
    /// Compute the token from the parameters of the very call, all of them, each time.
    ///
    /// # What a lawful seller may do
    /// Accept the same call again unchanged: V1 knows no replay window. Where any token is
    /// accepted, AUT010 tells it.
    AUT012 = {
        name: "changed-request-accepted",
        force: Must,
        source: "v1 §2, v2 §2",
        needs: "call that was changed after signing, beside an accepted one",
        lawful: ["reference"],
        faults: ["remembers-tokens"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let because = "A call with a parameter that was changed after signing was accepted";
    refused(play, look, "changed-parameter", &["forged-token"], because);
}
