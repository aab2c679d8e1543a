//! TST003: a saved case that succeeds once.

use super::replayed;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A debug call that succeeded succeeds again at once, with the same values.
    ///
    /// # Why it matters
    /// The saved cases are called twice a day with the same values for as long as the product is on
    /// sale. Failures hide it.
    ///
    /// # A seller that breaks it
    /// Writes the test's order down and refuses it the second time.
    ///
    /// # How to fix
    /// Do nothing in a test call: answer from the call alone.
    ///
    /// # What a lawful seller may do
    /// Word `resultMsg` otherwise than the first time.
    TST003 = {
        name: "debug-not-repeatable",
        force: Must,
        source: "v1 §7",
        needs: "accepted debug call that was made again at once",
        lawful: ["message-with-a-number"],
        family: [Saas, OnlineLicence, LicenceCode],
        faults: ["test-purchase-not-repeatable", "test-calls-taken-once"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for pair in replayed::at_once(play) {
        look.must_succeed(pair.second, |fault| {
            fault
                .because(format!(
                    "The same case succeeded in call {}.",
                    pair.first.id
                ))
                .fix("Do nothing in a test call: answer it from its parameters alone.")
        });
    }
}
