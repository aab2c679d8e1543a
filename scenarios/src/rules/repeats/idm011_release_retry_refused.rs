//! IDM011: a release that is refused the second time.

use galleria_protocol::v1::Activity;

use super::again::accepted;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// `releaseInstance` delivered again, after it was accepted, succeeds again.
    ///
    /// # Why it matters
    /// Where the first answer was lost, every retry fails, although the instance is gone as it should be.
    ///
    /// # A seller that breaks it
    /// Finds no instance the second time and answers 000003.
    ///
    /// # How to fix
    /// Answer 000000 for an instance that is released already.
    ///
    /// # What a lawful seller may do
    /// Word `resultMsg` otherwise than the first time.
    IDM011 = {
        name: "release-retry-refused",
        force: Must,
        source: "v1 §5.4, v2 §4.5",
        needs: "accepted releaseInstance that was repeated",
        lawful: ["message-with-a-number"],
        scenes: [ReleaseInstance],
        faults: ["release-retry-refused"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let fix = "Answer 000000 for an instance that is released already.";
    accepted(play, look, Activity::ReleaseInstance, fix);
}
