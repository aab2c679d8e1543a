//! LIF001: success for an instance that was never issued.

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A real renewal or expiry of an instance id that the seller never issued is not accepted. It
    /// goes out beside an accepted call of the same scene.
    ///
    /// # Why it matters
    /// The platform believes that a customer's renewal took effect where nothing was renewed.
    ///
    /// # A seller that breaks it
    /// Updates by id and does not look at the number of rows, or treats every call as a test.
    ///
    /// # How to fix
    /// Look the instance up first and answer 000003 where there is none.
    ///
    /// # What a lawful seller may do
    /// Answer 000000 to a release of an unknown id: who deletes for good cannot tell a released
    /// instance from one that never was. Accept any id in the debug step's calls.
    LIF001 = {
        name: "unknown-instance-accepted",
        force: Should,
        source: "v1 §6",
        needs: "call for an unknown instance beside an accepted one",
        lawful: ["forgets-released-instances"],
        scenes: [RefreshInstance],
        faults: ["unknown-instance-accepted"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for pair in play.tampered("unknown-instance") {
        if pair.second.response.is_none() {
            continue;
        }
        look.expect(pair.second, !pair.second.is_accepted(), || {
            Fault::at("body /resultCode")
                .expected("000003")
                .actual("000000")
                .because(format!(
                    "{} succeeded for an instance that the seller never issued.",
                    pair.second.intent.activity
                ))
                .fix("Look the instance up first and answer 000003 where there is none.")
        });
    }
}
