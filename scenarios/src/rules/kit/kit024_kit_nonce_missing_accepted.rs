//! KIT024: kit nonce missing accepted.

use super::seen::{must_refuse, twins};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A V2 kit call without `x-nonce` or without `x-timestamp` is not accepted.
    ///
    /// # Why it matters
    /// What is not demanded can be left out, and the check with it.
    ///
    /// # A seller that breaks it
    /// Skips the check where one of the headers is absent.
    ///
    /// # How to fix
    /// Answer 000002 where a header is absent.
    ///
    /// # What a lawful seller may do
    /// Refuse with 000001.
    KIT024 = {
        name: "kit-nonce-missing-accepted",
        force: Must,
        source: "kit §1.2",
        needs: "V2 kit call without nonce or timestamp",
        lawful: ["kit-further-members"],
        api: [V2],
        faults: ["kit-nonce-not-demanded"],
        check: check,
    }
}

const FORGERIES: &[&str] = &["kit-missing-nonce", "kit-missing-time"];

fn check(play: &Play, look: &mut Look) {
    must_refuse(
        look,
        twins(play, FORGERIES),
        "A kit call was accepted that lacks nonce or timestamp",
        "Demand x-sign, x-nonce and x-timestamp of every kit call.",
    );
}
