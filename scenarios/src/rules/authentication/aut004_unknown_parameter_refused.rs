//! AUT004: a further parameter makes the seller refuse.

use super::stumbled::{REFUSALS_AND_FAILURES, accepted};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A purchase with one further, signed parameter is accepted like the same purchase without it.
    ///
    /// # Why it matters
    /// The list of parameters grew over the years: on the day when it grows again every order fails.
    ///
    /// # A seller that breaks it
    /// Builds the text to sign from the fields of a class, or refuses parameters that it does not
    /// know.
    ///
    /// # How to fix
    /// Sign over every parameter that came but `authToken`, and ignore what you do not know.
    ///
    /// # What a lawful seller may do
    /// Ignore the parameter. Refuse for a reason that is not the call's form.
    AUT004 = {
        name: "unknown-parameter-refused",
        force: Must,
        source: "v1 §1",
        needs: "purchase with a further parameter beside an accepted one",
        scenes: [NewInstance],
        faults: ["signs-known-parameters-only"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let fix = "Sign over every parameter that came but authToken, and ignore what you do not know.";
    accepted(play, look, "unknown-parameter", REFUSALS_AND_FAILURES, fix);
}
