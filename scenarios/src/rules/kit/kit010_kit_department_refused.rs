//! KIT010: kit department refused.

use super::seen::{must_accept_forms, twins};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A department without one above it is accepted, and departments that stand twelve levels
    /// deep.
    ///
    /// # Why it matters
    /// The departments of a buyer are not those of the first test, and the binding fails.
    ///
    /// # A seller that breaks it
    /// Makes `parentCode` mandatory, or has a column for each of a few levels.
    ///
    /// # How to fix
    /// Let `parentCode` be empty, and keep no more of the tree than each department's parent.
    ///
    /// # What a lawful seller may do
    /// Show the departments as it likes.
    KIT010 = {
        name: "kit-department-refused",
        force: Must,
        source: "kit §1.7, kit §1.8",
        needs: "departments at the top and deep below it",
        lawful: ["kit-further-members"],
        faults: ["kit-top-department-refused", "kit-deep-tree-refused"],
        check: check,
    }
}

const FORMS: &[&str] = &["kit-top-department", "kit-deep-departments"];

fn check(play: &Play, look: &mut Look) {
    must_accept_forms(
        look,
        twins(play, FORMS),
        "Departments of a lawful form were refused",
        "Let parentCode be empty, and the tree be as deep as it is.",
    );
}
