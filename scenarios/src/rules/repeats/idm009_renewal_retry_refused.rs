//! IDM009: a renewal that is refused the second time.

use galleria_protocol::v1::Activity;

use super::again::accepted;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// `refreshInstance` delivered again, after it was accepted, succeeds again.
    ///
    /// # Why it matters
    /// Where the first answer was lost, every retry fails, and the customer's instance may be released although the renewal was paid.
    ///
    /// # A seller that breaks it
    /// Refuses an orderId that it has seen, or extends from the old end date and finds it changed.
    ///
    /// # How to fix
    /// Remember the renewal by its orderId and answer 000000 when it comes again.
    ///
    /// # What a lawful seller may do
    /// Word `resultMsg` otherwise than the first time.
    IDM009 = {
        name: "renewal-retry-refused",
        force: Must,
        source: "v1 §5.2, v2 §4.3",
        needs: "accepted refreshInstance that was repeated",
        lawful: ["message-with-a-number"],
        scenes: [RefreshInstance],
        billing: [Period],
        faults: ["renewal-retry-refused"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let fix = "Remember the renewal by its orderId and answer 000000 when it comes again.";
    accepted(play, look, Activity::RefreshInstance, fix);
}
