//! OPN006: a usage push has too many records, or too old ones.

use galleria_marketplace::open_api::Flaw;

use super::seen::check_usage;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A usage push has at most 1000 records, and none of them begins more than 21 days before it is pushed.
    ///
    /// # Why it matters
    /// What goes beyond the limits is dropped, and the use is never billed.
    ///
    /// # A seller that breaks it
    /// Settles its accounts monthly and pushes then, or pushes the whole backlog at once after an outage.
    ///
    /// # How to fix
    /// Push by the hour, best within the first quarter of the next one, and a backlog in parts of at most 1000 records.
    ///
    /// # What a lawful seller may do
    /// Push late, up to three weeks.
    OPN006 = {
        name: "usage-too-many-or-old",
        force: Should,
        source: "v2 §7.2",
        needs: "usage push",
        lawful: ["usage-of-three-weeks"],
        unseen: "the seller never pushed usage",
        api: [V2],
        faults: ["usage-of-last-month"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    check_usage(play, look, TOLD, |flaw| match flaw {
        Flaw::Limit { error, .. } => Some(error.clone()),
        _ => None,
    });
}

const TOLD: [&str; 3] = [
    "at most 1000 records, none older than 21 days",
    "The marketplace drops records beyond its limits, so that the use is not billed.",
    "Push every hour, and a backlog in parts of at most 1000 records.",
];
