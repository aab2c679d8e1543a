//! OPN005: a usage record cannot be billed as it is written.

use galleria_marketplace::open_api::Flaw;

use super::seen::check_usage;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// The body of a usage push is {"usage_records": [...]}. Each record has an instance_id and a metering_sn (in the
    /// old form a product_id) of at most 64 characters, times in UTC as yyyyMMdd'T'HHmmss'Z' that do not end before
    /// they begin, and a usage_value above zero with at most four decimals.
    ///
    /// # Why it matters
    /// The push is answered with success and a later job of the marketplace drops the record: the use is never billed,
    /// and only the seller centre's list of records tells.
    ///
    /// # A seller that breaks it
    /// Formats times with hyphens and colons, sends a record of zero every hour, or a sum in floating point with ten
    /// decimals.
    ///
    /// # How to fix
    /// Write the times as 20220809T080000Z, round the value to four decimals, and leave records of no use out.
    ///
    /// # What a lawful seller may do
    /// Write the value as a number or as a text. Add members that the table does not have.
    OPN005 = {
        name: "usage-record-malformed",
        force: Should,
        source: "v2 §7.2",
        needs: "usage push",
        lawful: ["usage-as-number"],
        unseen: "the seller never pushed usage",
        api: [V2],
        faults: ["usage-of-zero", "usage-times-in-rfc-3339"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    check_usage(play, look, TOLD, |flaw| match flaw {
        Flaw::Record { error } | Flaw::Body { error } => Some(error.clone()),
        _ => None,
    });
}

const TOLD: [&str; 3] = [
    "records as the table of the push describes them",
    "The marketplace's later job does not take this record, so that the use is not billed.",
    "Write times as yyyyMMdd'T'HHmmss'Z', values above zero with at most four decimals, ids of at most 64 characters.",
];
