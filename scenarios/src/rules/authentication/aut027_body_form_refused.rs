//! AUT027: the same JSON in other bytes.

use super::stumbled::{REFUSALS_AND_FAILURES, accepted};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A call is accepted whatever its body looks like as long as the bytes that are sent are the ones
    /// that were signed: with its members in another order, on lines of their own, with escapes.
    ///
    /// # Why it matters
    /// The platform's bodies are compact and sorted today, and nested members are not. A seller that
    /// signs what it would have written refuses calls on the day that this changes.
    ///
    /// # A seller that breaks it
    /// Parses the body, writes it again with its own library, and signs that.
    ///
    /// # How to fix
    /// Sign the bytes of the body as they came; where that does not fit, try the sorted, compact form.
    ///
    /// # What a lawful seller may do
    /// Refuse for a reason that is not the call's form.
    AUT027 = {
        name: "body-form-refused",
        force: Should,
        source: "v2 §2",
        needs: "call with a body written otherwise, beside an accepted one",
        lawful: ["bytes-alone-verified"],
        api: [V2],
        faults: [
            "signs-body-written-again",
            "depends-on-member-order",
            "compact-body-expected",
            "escapes-not-read",
        ],
        check: check,
    }
}

const FORMS: [&str; 3] = ["members-in-reverse", "body-in-lines", "body-in-escapes"];

fn check(play: &Play, look: &mut Look) {
    let fix = "Verify over the bytes of the body as they came.";
    for how in FORMS {
        accepted(play, look, how, REFUSALS_AND_FAILURES, fix);
    }
}
