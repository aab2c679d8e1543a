//! TST002: saved cases that succeed in one order only.

use super::replayed;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// The debug step's cases, each of which succeeded, succeed again in another order: an expiry
    /// and a renewal behind the release, the purchase last.
    ///
    /// # Why it matters
    /// The dial test calls the saved cases twice a day in whatever order. Failures hide the product.
    ///
    /// # A seller that breaks it
    /// Gives the form's instance a life of its own, so that a release ends it.
    ///
    /// # How to fix
    /// Do nothing in a test call: answer from the call alone.
    ///
    /// # What a lawful seller may do
    /// Lack the scenes that no product must have.
    TST002 = {
        name: "debug-order-matters",
        force: Must,
        source: "v1 §7",
        needs: "accepted debug call that was made again after others",
        lawful: ["no-upgrades"],
        family: [Saas, OnlineLicence, LicenceCode],
        faults: ["test-order-matters", "test-calls-taken-once"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for pair in replayed::after_others(play) {
        look.must_succeed(pair.second, |fault| {
            fault
                .because(format!(
                    "The same case succeeded in call {}, before the other cases were called.",
                    pair.first.id
                ))
                .fix("Do nothing in a test call, so that the next one finds what the last one found.")
        });
    }
}
