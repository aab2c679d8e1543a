//! KIT009: kit chinese name refused.

use super::seen::{must_accept_forms, twins};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A call that holds a Chinese name is accepted like the same call without one.
    ///
    /// # Why it matters
    /// Nearly every name is Chinese: hardly a call succeeds.
    ///
    /// # A seller that breaks it
    /// Reads the body in the charset of the machine before it verifies, so that other bytes are
    /// verified than were signed.
    ///
    /// # How to fix
    /// Verify over the bytes of the body, and read them as UTF-8.
    ///
    /// # What a lawful seller may do
    /// Store the name in whatever charset.
    KIT009 = {
        name: "kit-chinese-name-refused",
        force: Must,
        source: "kit §1.2",
        needs: "kit call with a Chinese name",
        lawful: ["kit-further-members"],
        faults: ["kit-names-in-latin-1"],
        check: check,
    }
}

const FORMS: &[&str] = &["kit-chinese-name"];

fn check(play: &Play, look: &mut Look) {
    must_accept_forms(
        look,
        twins(play, FORMS),
        "A call with a Chinese name was refused",
        "Verify over the bytes of the body, and read them as UTF-8.",
    );
}
