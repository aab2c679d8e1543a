//! IDM012: an upgrade that is refused the second time.

use galleria_protocol::v1::Activity;

use super::again::accepted;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// `upgrade` delivered again, after it was accepted, succeeds again.
    ///
    /// # Why it matters
    /// Where the first answer was lost, every retry fails, and the order is refunded although the upgrade was made.
    ///
    /// # A seller that breaks it
    /// Refuses an orderId that it has seen, or a specification that the instance has already.
    ///
    /// # How to fix
    /// Remember the upgrade by its orderId and answer 000000 when it comes again.
    ///
    /// # What a lawful seller may do
    /// Word `resultMsg` otherwise than the first time.
    IDM012 = {
        name: "upgrade-retry-refused",
        force: Must,
        source: "v1 §5.5, v2 §4.6",
        needs: "accepted upgrade that was repeated",
        lawful: ["message-with-a-number"],
        scenes: [Upgrade],
        faults: ["upgrade-retry-refused"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let fix = "Remember the upgrade by its orderId and answer 000000 when it comes again.";
    accepted(play, look, Activity::Upgrade, fix);
}
