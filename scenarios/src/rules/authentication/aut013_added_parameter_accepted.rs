//! AUT013: a call with a parameter added after signing does business.

use super::forged::refused;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A call to which a parameter was added after signing is not accepted. It goes out behind an
    /// accepted call with the same token and date.
    ///
    /// # Why it matters
    /// What is not covered by the signature can be set by whoever sees a signed call.
    ///
    /// # A seller that breaks it
    /// Leaves parameters that it does not know out of the text to sign, to be lenient.
    ///
    /// # How to fix
    /// Sign over every parameter that came but `authToken`.
    ///
    /// # What a lawful seller may do
    /// Accept unknown parameters that are signed. Where changed parameters or any token are
    /// accepted, AUT012 and AUT010 tell it.
    AUT013 = {
        name: "added-parameter-accepted",
        force: Should,
        source: "v1 §2",
        needs: "call with a parameter added after signing, beside an accepted one",
        lawful: ["reference"],
        api: [V1],
        faults: ["added-parameters-not-covered"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let because = "A call with a parameter that was added after signing was accepted";
    refused(
        play,
        look,
        "added-parameter",
        &["forged-token", "changed-parameter"],
        because,
    );
}
