//! OPN009: usage is pushed of a time behind the release.

use galleria_marketplace::open_api::Flaw;

use super::seen::check_usage;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A usage record of a released instance begins before its release.
    ///
    /// # Why it matters
    /// The customer would pay for what is gone. The marketplace drops the record, and a seller whose meter runs on has
    /// not released the resource.
    ///
    /// # A seller that breaks it
    /// Deletes the resource and leaves the metering job running.
    ///
    /// # How to fix
    /// Stop the meter with the release, and push the rest of what was used before.
    ///
    /// # What a lawful seller may do
    /// Push the last record after the release, where its time begins before it.
    OPN009 = {
        name: "usage-after-release",
        force: Should,
        source: "v2 §7.2",
        needs: "usage push",
        lawful: ["usage-told-twice"],
        unseen: "the seller never pushed usage",
        api: [V2],
        faults: ["usage-after-release"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    check_usage(play, look, TOLD, |flaw| match flaw {
        Flaw::AfterRelease {
            record,
            id,
            released,
        } => Some(format!("record {record}: {id}, released at {released}")),
        _ => None,
    });
}

const TOLD: [&str; 3] = [
    "no use behind the release",
    "The record tells use of a time at which the instance was released already.",
    "Stop the meter of an instance when releaseInstance comes.",
];
