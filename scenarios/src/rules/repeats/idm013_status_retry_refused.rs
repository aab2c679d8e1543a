//! IDM013: a freeze, or its end, that is refused the second time.

use galleria_protocol::v1::Activity;

use super::again::accepted;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// `instanceStatus` (V2: `updateInstanceStatus`) delivered again, after it was accepted, succeeds again.
    ///
    /// # Why it matters
    /// Where the first answer was lost, every retry fails, although the instance is as it should be.
    ///
    /// # A seller that breaks it
    /// Refuses to freeze what is frozen.
    ///
    /// # How to fix
    /// Answer 000000 for an instance that has the status already.
    ///
    /// # What a lawful seller may do
    /// Word `resultMsg` otherwise than the first time.
    IDM013 = {
        name: "status-retry-refused",
        force: Must,
        source: "v1 §5.6, v2 §4.4",
        needs: "accepted instanceStatus that was repeated",
        lawful: ["message-with-a-number"],
        scenes: [InstanceStatus],
        faults: ["status-retry-refused"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let fix = "Answer 000000 for an instance that has the status already.";
    accepted(play, look, Activity::InstanceStatus, fix);
}
