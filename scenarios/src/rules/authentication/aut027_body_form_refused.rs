//! AUT027: the same JSON in other bytes.

use super::stumbled::{REFUSALS_AND_FAILURES, accepted};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A call is accepted whatever its body looks like as long as the bytes that are sent are the ones
    /// that were signed: with its members in another order, on lines of their own, with escapes, or with one
    /// that is null.
    ///
    /// # Why it matters
    /// The platform's bodies are compact and sorted today, and nested members are not. A seller that
    /// signs what it would have written refuses calls on the day that this changes.
    ///
    /// # A seller that breaks it
    /// Parses the body, writes it again with its own library, and signs that: as the vendor's sample does, which
    /// sorts the members and drops those that are null.
    ///
    /// # How to fix
    /// Sign the bytes of the body as they came; where that does not fit, try the sorted, compact form.
    ///
    /// # What a lawful seller may do
    /// Verify over the sorted, compact form alone: the platform writes its bodies so today, and this rule only
    /// informs. Refuse for a reason that is not the call's form.
    AUT027 = {
        name: "body-form-refused",
        force: Observed,
        source: "v2 §2",
        needs: "call with a body written otherwise, beside an accepted one",
        lawful: ["bytes-alone-verified"],
        api: [V2],
        faults: [
            "signs-body-written-again",
            "depends-on-member-order",
            "compact-body-expected",
            "escapes-not-read",
            "null-member-refused",
        ],
        check: check,
    }
}

const FORMS: [&str; 4] = [
    "members-in-reverse",
    "body-in-lines",
    "body-in-escapes",
    "null-test-flag",
];

fn check(play: &Play, look: &mut Look) {
    for how in FORMS {
        let fix = match how {
            "null-test-flag" => {
                "Verify over the bytes of the body as they came, and take null for a member that is absent."
            }
            _ => "Verify over the bytes of the body as they came.",
        };
        accepted(play, look, how, REFUSALS_AND_FAILURES, fix);
    }
}
