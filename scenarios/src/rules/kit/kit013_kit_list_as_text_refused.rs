//! KIT013: kit list as text refused.

use super::seen::{must_accept_forms, twins};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A list of departments is accepted as an array and as the text of one.
    ///
    /// # Why it matters
    /// The tables of V2 have an array, the example beside them a text; what comes is not known.
    ///
    /// # A seller that breaks it
    /// Reads arrays alone.
    ///
    /// # How to fix
    /// Parse a text where one stands in the array's place.
    ///
    /// # What a lawful seller may do
    /// Refuse it: the rule only informs.
    KIT013 = {
        name: "kit-list-as-text-refused",
        force: Observed,
        source: "kit §1.8",
        needs: "list of departments as a text",
        lawful: ["kit-further-members"],
        api: [V2],
        faults: ["kit-list-as-text-refused"],
        check: check,
    }
}

const FORMS: &[&str] = &["kit-list-as-text"];

fn check(play: &Play, look: &mut Look) {
    must_accept_forms(
        look,
        twins(play, FORMS),
        "A list that came as a text was refused",
        "Parse a text where one stands in the place of the array.",
    );
}
