//! ASY001: 000004 without the id to ask for.

use super::seen::pending;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A purchase that is answered with 000004 (being made) carries the instance id already.
    ///
    /// # Why it matters
    /// The platform asks for the instance by that id. Without it nobody can ever ask, and the order fails.
    ///
    /// # A seller that breaks it
    /// Puts the order into a queue and learns the id only when the work is done.
    ///
    /// # How to fix
    /// Make the id when the order comes (the businessId of the order's first call is advised), keep it, answer
    /// it with 000004, and do the work behind the answer.
    ///
    /// # What a lawful seller may do
    /// Answer 000000 at once, where the instance is there.
    ASY001 = {
        name: "pending-without-instance",
        force: Must,
        source: "v2 §4.1",
        needs: "newInstance answered with 000004",
        lawful: ["made-behind-the-answer"],
        unseen: "the seller never answered 000004: it makes its instances at once",
        api: [V2],
        faults: ["pending-without-instance"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in pending(play) {
        look.expect(exchange, exchange.answered_instance().is_some(), || {
            Fault::at("body /instanceId")
                .expected("the id of the instance that is being made")
                .actual("none")
                .because("The purchase was answered with 000004 and no instance id to ask for.")
                .fix("Make the instance's id when the order comes, and answer it with 000004.")
        });
    }
}
