//! ASY004: a retry of a pending order gets another instance.

use galleria_marketplace::transcript::Role;

use super::seen::pending;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// The same order again, while its instance is being made, is answered with the instance id of the first time.
    ///
    /// # Why it matters
    /// The platform calls again when an answer was late. A second id means a second instance, and the buyer sees the
    /// one that the platform kept.
    ///
    /// # A seller that breaks it
    /// Writes the order down when the work is done, so that a retry meanwhile starts the work once more.
    ///
    /// # How to fix
    /// Write order, line and id down, with a unique index, before the work begins.
    ///
    /// # What a lawful seller may do
    /// Answer 000004 again, or 000000 where the instance has become ready.
    ASY004 = {
        name: "pending-retry-diverges",
        force: Must,
        source: "v2 §4.1",
        needs: "pending purchase that was repeated",
        lawful: ["made-behind-the-answer"],
        unseen: "the seller never answered 000004: it makes its instances at once",
        api: [V2],
        faults: ["pending-retry-diverges"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for second in &play.exchanges {
        let Role::Repeat { of } = second.intent.role else {
            continue;
        };
        let Some(first) = pending(play).find(|first| first.id == of) else {
            continue;
        };
        let ids = (first.answered_instance(), second.answered_instance());
        let (Some(told), Some(again)) = ids else {
            continue;
        };
        look.expect(second, told == again, || {
            Fault::at("body /instanceId")
                .expected(told)
                .actual(again)
                .because(format!(
                    "The order of call {of} was delivered again while its instance was being made, and got another one."
                ))
                .fix("Write the order and its id down before the work begins, and look them up by orderId and orderLineId.")
        });
    }
}
