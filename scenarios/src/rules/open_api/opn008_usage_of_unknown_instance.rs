//! OPN008: usage is pushed of an instance that nobody told.

use galleria_marketplace::open_api::Flaw;

use super::seen::{check_usage, is_told};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// The instance_id of a usage record is one that the seller gave the marketplace for a purchase of this run.
    ///
    /// # Why it matters
    /// The marketplace knows no such instance and drops the record. What is seen here may be right all the same: a
    /// seller with other customers pushes their usage too, so that this rule only informs.
    ///
    /// # A seller that breaks it
    /// Pushes the ids of its own database, or the order's id.
    ///
    /// # How to fix
    /// Push the instanceId that the answer to newInstance told.
    ///
    /// # What a lawful seller may do
    /// Push usage of instances of earlier runs and of other customers.
    OPN008 = {
        name: "usage-of-unknown-instance",
        force: Observed,
        source: "v2 §7.2",
        needs: "usage push",
        lawful: ["usage-pushed-in-the-old-form"],
        unseen: "the seller never pushed usage",
        api: [V2],
        faults: ["usage-by-internal-ids"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    check_usage(play, look, TOLD, |flaw| match flaw {
        Flaw::UnknownInstance { record, id } if !is_told(play, id) => {
            Some(format!("record {record}: {id}"))
        }
        _ => None,
    });
}

const TOLD: [&str; 3] = [
    "an instanceId that was told for a purchase",
    "No purchase of this run has that instance; the marketplace drops records of instances that it does not know.",
    "Push the instanceId that newInstance was answered with, unless this is another customer's.",
];
