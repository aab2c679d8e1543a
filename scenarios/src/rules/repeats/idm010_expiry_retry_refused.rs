//! IDM010: an expiry that is refused the second time.

use galleria_protocol::v1::Activity;

use super::again::accepted;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// `expireInstance` delivered again, after it was accepted, succeeds again.
    ///
    /// # Why it matters
    /// Where the first answer was lost, every retry fails, and the platform keeps calling and writing mails.
    ///
    /// # A seller that breaks it
    /// Refuses to freeze what is frozen.
    ///
    /// # How to fix
    /// Answer 000000 for an instance that is frozen already.
    ///
    /// # What a lawful seller may do
    /// Word `resultMsg` otherwise than the first time.
    IDM010 = {
        name: "expiry-retry-refused",
        force: Must,
        source: "v1 §5.3",
        needs: "accepted expireInstance that was repeated",
        lawful: ["message-with-a-number"],
        api: [V1],
        scenes: [ExpireInstance],
        faults: ["licence-expiry-deletes", "expiry-retry-refused"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let fix = "Answer 000000 for an instance that is frozen already.";
    accepted(play, look, Activity::ExpireInstance, fix);
}
