//! LIC002: the same order gets another licence.

use galleria_protocol::Activity;

use super::told::licence;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// `getLicense` for an order that was delivered answers the licence of the first time, also behind a renewal.
    ///
    /// # Why it matters
    /// The platform calls again when an answer was late or got lost. A new licence each time means that
    /// one order can be used twice, or that the licence which the buyer was shown does not work.
    ///
    /// # A seller that breaks it
    /// Generates the licence while it answers and stores the last one, or none.
    ///
    /// # How to fix
    /// Store the licence with its orderId, under a unique index, and answer what is stored.
    ///
    /// # What a lawful seller may do
    /// Write the members in another order or with other blanks.
    LIC002 = {
        name: "retry-gets-new-licence",
        force: Must,
        source: "licence §1.2",
        needs: "accepted getLicense that was repeated",
        lawful: ["reference"],
        family: [OldLicence],
        scenes: [NewInstance],
        faults: ["licence-made-anew-by-renewal", "licence-drawn-each-call", "licence-numbered", "licence-by-business-id"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for pair in play.repeats(Activity::NewInstance) {
        let (Some(first), Some(second)) = (licence(pair.first), licence(pair.second)) else {
            continue;
        };
        // An instance that is another one has another licence: that is IDM001's business.
        if pair.first.answered_instance() != pair.second.answered_instance() {
            continue;
        }
        look.expect(pair.second, first == second, || {
            Fault::at("body /license")
                .expected(first)
                .actual(second)
                .because(format!(
                    "The same order got another licence than in call {}.",
                    pair.first.id
                ))
                .fix("Store the licence with its orderId, and answer what is stored.")
        });
    }
}
