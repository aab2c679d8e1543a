//! OPN007: one metering_sn stands for two usage records.

use galleria_marketplace::open_api::Flaw;

use super::seen::check_usage;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A metering_sn names one usage record for ever: two different records never have the same.
    ///
    /// # Why it matters
    /// The later record counts as a repeat of the first and is dropped, so that the use is not billed.
    ///
    /// # A seller that breaks it
    /// Takes the instance's id or the date as the number, or counts from 1 again after a restart.
    ///
    /// # How to fix
    /// Draw a random id for each record, keep it with the record, and send it again whenever the same record is sent
    /// again.
    ///
    /// # What a lawful seller may do
    /// Push the same record again under the same metering_sn, where the answer was lost, also with another record_time.
    OPN007 = {
        name: "metering-serial-reused",
        force: Should,
        source: "v2 §7.2",
        needs: "usage push",
        lawful: ["usage-told-twice"],
        unseen: "the seller never pushed usage",
        api: [V2],
        faults: ["usage-serial-is-the-instance"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    check_usage(play, look, TOLD, |flaw| match flaw {
        Flaw::Serial { error } => Some(error.clone()),
        _ => None,
    });
}

const TOLD: [&str; 3] = [
    "a metering_sn of its own for each record",
    "The marketplace takes the second record for a repeat of the first, so that the use is not billed.",
    "Draw a random metering_sn for each record and keep it with the record.",
];
