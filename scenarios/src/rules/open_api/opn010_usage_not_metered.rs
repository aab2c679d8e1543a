//! OPN010: usage is pushed of an instance that is not paid by use.

use galleria_marketplace::open_api::Flaw;

use super::seen::check_usage;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A usage record is about an instance of a product that is paid by use, or of a package.
    ///
    /// # Why it matters
    /// The marketplace drops records of instances that were paid by the year or once.
    ///
    /// # A seller that breaks it
    /// Counts what all customers use and pushes all of it.
    ///
    /// # How to fix
    /// Look at the order's chargingMode when the instance is made, keep it, and push usage of ON_DEMAND alone.
    ///
    /// # What a lawful seller may do
    /// Meter every instance for its own purposes, and tell usage when queryInstance asks for it.
    OPN010 = {
        name: "usage-not-metered",
        force: Should,
        source: "v2 §7.2",
        needs: "usage push",
        lawful: ["usage-as-number"],
        unseen: "the seller never pushed usage",
        api: [V2],
        faults: ["usage-of-yearly-instances"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    check_usage(play, look, TOLD, |flaw| match flaw {
        Flaw::NotMetered { record, id } => Some(format!("record {record}: {id}")),
        _ => None,
    });
}

const TOLD: [&str; 3] = [
    "an instance that is paid by use",
    "The instance is not paid by use, so that there is nothing to bill.",
    "Keep the order's chargingMode with the instance and push usage of ON_DEMAND alone.",
];
