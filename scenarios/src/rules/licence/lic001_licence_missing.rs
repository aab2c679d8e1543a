//! LIC001: a purchase without a licence.

use super::told::{LICENSE, calls, licence};
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A successful `getLicense` answers `license`, a text that is not empty.
    ///
    /// # Why it matters
    /// The buyer has paid and gets nothing: the licence is shown from the answer alone.
    ///
    /// # A seller that breaks it
    /// Writes `licence` or `licenseCode`, or makes the licence behind the answer and leaves it empty
    /// until then.
    ///
    /// # How to fix
    /// Make the licence before the answer, and answer it as `license`.
    ///
    /// # What a lawful seller may do
    /// Choose any text; its form and its length are the seller's own.
    LIC001 = {
        name: "licence-missing",
        force: Must,
        source: "licence §1.2",
        needs: "accepted getLicense",
        lawful: ["licence-of-many-lines"],
        family: [OldLicence],
        scenes: [NewInstance],
        faults: ["licence-misspelt", "licence-made-later"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, object) in calls(play) {
        let there = object.get(LICENSE).filter(|value| !value.is_null());
        // Another type is FLD009's business.
        if there.is_some_and(|value| !value.is_string()) {
            continue;
        }
        look.expect(exchange, licence(exchange).is_some(), || {
            Fault::at("body /license")
                .expected("a text that is not empty")
                .actual(there.map_or_else(|| "no such member".to_owned(), ToString::to_string))
                .because("The buyer gets the licence from this answer and from nowhere else.")
                .fix("Make the licence before the answer, and answer it as license.")
        });
    }
}
