//! LIF006: success for a scene that does not exist.

use galleria_marketplace::transcript::{Outcome, Unreadable};

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A call with an activity that the protocol does not have is refused.
    ///
    /// # Why it matters
    /// New scenes were added over the years. A seller that says yes to what it does not understand
    /// makes the platform believe that it was done.
    ///
    /// # A seller that breaks it
    /// Has a `default` branch that falls through to success, or does not look at the activity.
    ///
    /// # How to fix
    /// Answer 000002 for an activity that is not implemented.
    ///
    /// # What a lawful seller may do
    /// Refuse with any code.
    LIF006 = {
        name: "unknown-activity-accepted",
        force: Should,
        source: "v1 §6",
        needs: "call with an unknown activity beside an accepted one",
        lawful: ["unknown-activity-as-internal-error"],
        scenes: [NewInstance],
        faults: ["unknown-activity-accepted", "unknown-activity-answered-empty"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for pair in play.tampered("unknown-activity") {
        // Another status counts as a failed call, which TRN002 tells.
        let answer = pair.second.response.as_ref();
        let Some(answer) = answer.filter(|answer| answer.status == 200) else {
            continue;
        };
        let silent = *pair.second.outcome()
            == Outcome::Unreadable {
                why: Unreadable::CodeMissing,
            };
        look.expect(pair.second, !pair.second.is_taken() && !silent, || {
            Fault::at("body /resultCode")
                .expected("000002")
                .actual(&answer.body.text)
                .because("The seller did not refuse an activity that does not exist.")
                .fix("Answer 000002 for an activity that is not implemented.")
        });
    }
}
