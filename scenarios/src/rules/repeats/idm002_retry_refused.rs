//! IDM002: the same order is refused the second time.

use galleria_protocol::v1::Activity;

use super::again::accepted;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// `newInstance` for an order that was delivered succeeds again.
    ///
    /// # Why it matters
    /// Where the first answer was lost, every retry fails: the order is refunded although the
    /// instance runs.
    ///
    /// # A seller that breaks it
    /// Answers "order exists", or fails on the unique index of its own table.
    ///
    /// # How to fix
    /// Answer the order's instance as the first time, with 000000.
    ///
    /// # What a lawful seller may do
    /// Word `resultMsg` otherwise than the first time.
    IDM002 = {
        name: "retry-refused",
        force: Must,
        source: "v1 §5.1, v2 §4.1, §4.9",
        needs: "accepted newInstance that was repeated",
        lawful: ["message-with-a-number"],
        scenes: [NewInstance],
        faults: ["licence-called-bought", "purchase-retry-refused"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let fix = "Look the order up by orderId and answer its instance again, with 000000.";
    accepted(play, look, Activity::NewInstance, fix);
}
