//! KIT012: kit further member refused.

use super::seen::{must_accept_forms, twins};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A call with a member that no table knows is accepted.
    ///
    /// # Why it matters
    /// The platform adds members from time to time, and every call of that day fails.
    ///
    /// # A seller that breaks it
    /// Has a mapper that fails on unknown members.
    ///
    /// # How to fix
    /// Let the mapper pass over what it does not know; the signature covers it all the same.
    ///
    /// # What a lawful seller may do
    /// Log what is new to it.
    KIT012 = {
        name: "kit-further-member-refused",
        force: Should,
        source: "kit §1.1",
        needs: "kit call with a member that no table knows",
        lawful: ["kit-further-members"],
        faults: ["kit-further-member-refused"],
        check: check,
    }
}

const FORMS: &[&str] = &["kit-further-member"];

fn check(play: &Play, look: &mut Look) {
    must_accept_forms(
        look,
        twins(play, FORMS),
        "A call with a further member was refused",
        "Pass over members that are unknown; the signature covers them all the same.",
    );
}
