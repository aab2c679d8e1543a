//! OPN012: usage is pushed of a time that has not come.

use galleria_marketplace::open_api::Flaw;

use super::seen::check_usage;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A usage record begins no more than an hour after the moment at which it is pushed.
    ///
    /// # Why it matters
    /// The marketplace's later job refuses the span, so that the use is not billed.
    ///
    /// # A seller that breaks it
    /// Writes the time of its own zone and a Z behind it: in China that is eight hours ahead.
    ///
    /// # How to fix
    /// Write every time of a record in UTC.
    ///
    /// # What a lawful seller may do
    /// Let a span end later than its push, such as at the end of the hour or of the day. Have a clock that goes
    /// wrong by minutes.
    OPN012 = {
        name: "usage-of-time-to-come",
        force: Should,
        source: "v2 §7.2",
        needs: "usage push",
        lawful: ["usage-until-the-end-of-the-day"],
        unseen: "the seller never pushed usage",
        api: [V2],
        faults: ["usage-in-local-time"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    check_usage(play, look, TOLD, |flaw| match flaw {
        Flaw::Ahead { error } => Some(error.clone()),
        _ => None,
    });
}

const TOLD: [&str; 3] = [
    "a span that begins before its push",
    "The record tells use of a time that has not come: times of China stand eight hours ahead of UTC.",
    "Write begin_time, end_time and record_time in UTC, whatever the server's zone is.",
];
