//! OPN011: the same use is told under two serial numbers.

use galleria_marketplace::open_api::Flaw;

use super::seen::check_usage;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// No two usage records of different metering_sn tell the same use: instance, package, span and amount.
    ///
    /// # Why it matters
    /// The marketplace tells records apart by metering_sn, so that the customer may pay twice. Which records it
    /// calls duplicate no page tells, so that this rule only informs.
    ///
    /// # A seller that breaks it
    /// Draws a new metering_sn whenever it pushes again, or pushes the running hour each time the job runs.
    ///
    /// # How to fix
    /// Write the record with its metering_sn down before it is pushed, push that same record until it is taken, and
    /// let each span begin where the last one ended.
    ///
    /// # What a lawful seller may do
    /// Push the same record again under the same metering_sn. Tell several records of one span that differ in
    /// package or amount. Tell a span of no length.
    OPN011 = {
        name: "usage-told-again",
        force: Observed,
        source: "v2 §7.2",
        needs: "usage push",
        lawful: ["usage-told-twice"],
        unseen: "the seller never pushed usage",
        api: [V2],
        faults: ["usage-of-the-running-hour"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    check_usage(play, look, TOLD, |flaw| match flaw {
        Flaw::ToldBefore { record, id } => Some(format!("record {record}: {id}")),
        _ => None,
    });
}

const TOLD: [&str; 3] = [
    "use that was not told before",
    "The same use was told before under another metering_sn, so that the customer may pay for it twice.",
    "Keep each record with its metering_sn until it is taken, and let each span begin where the last one ended.",
];
