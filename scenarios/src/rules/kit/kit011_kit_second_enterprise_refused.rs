//! KIT011: kit second enterprise refused.

use super::seen::{must_accept_forms, twins};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// Another enterprise of the same buyer is bound to an instance.
    ///
    /// # Why it matters
    /// One customer may own several enterprises; the buyer cannot bind the second.
    ///
    /// # A seller that breaks it
    /// Keeps one enterprise with each instance.
    ///
    /// # How to fix
    /// Keep enterprises by instance and tenant together.
    ///
    /// # What a lawful seller may do
    /// Refuse for a product that its credential does not allow to be bound more than once.
    KIT011 = {
        name: "kit-second-enterprise-refused",
        force: Should,
        source: "kit §1.4",
        needs: "second enterprise of one instance",
        lawful: ["kit-further-members"],
        faults: ["kit-second-tenant-refused"],
        check: check,
    }
}

const FORMS: &[&str] = &["kit-another-enterprise"];

fn check(play: &Play, look: &mut Look) {
    must_accept_forms(
        look,
        twins(play, FORMS),
        "A second enterprise of the same instance was refused",
        "Keep enterprises by instance and tenant together.",
    );
}
