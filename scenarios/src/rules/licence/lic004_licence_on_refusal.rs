//! LIC004: a refusal that hands out a licence.

use super::told::LICENSE;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// An answer that refuses, to a forged call too, carries no licence.
    ///
    /// # Why it matters
    /// Whoever finds the address reads the licences of others out of the refusals.
    ///
    /// # A seller that breaks it
    /// Fills in the answer first, and puts the code of the refusal above it in the end.
    ///
    /// # How to fix
    /// Check the call before anything is looked up, and answer a refusal with code and message alone.
    ///
    /// # What a lawful seller may do
    /// Leave `license` empty or null.
    LIC004 = {
        name: "licence-on-refusal",
        force: Should,
        source: "licence §1.2",
        needs: "refusal",
        lawful: ["licence-empty-on-refusal"],
        family: [OldLicence],
        scenes: [NewInstance],
        faults: ["licence-beside-refusal"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in &play.exchanges {
        let answer = exchange
            .response
            .as_ref()
            .and_then(|answer| answer.object());
        let Some(object) = answer.filter(|_| exchange.refusal_code().is_some()) else {
            continue;
        };
        let there = object.get(LICENSE);
        let empty = there.is_none_or(|value| value.is_null() || value.as_str() == Some(""));
        look.expect(exchange, empty, || {
            Fault::at("body /license")
                .expected("no licence")
                .actual(there.map_or_else(String::new, ToString::to_string))
                .because("The call was refused, and its answer hands out a licence all the same.")
                .fix("Answer a refusal with resultCode and resultMsg alone.")
        });
    }
}
