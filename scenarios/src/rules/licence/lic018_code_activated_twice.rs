//! LIC018: a licence code is activated again.

use galleria_marketplace::open_api::{Flaw, Wish};

use super::coded::{check_codes, code_calls};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A licence code is activated once, and never after its release.
    ///
    /// # Why it matters
    /// The marketplace answers 92020003; software that takes this for a refusal locks out a buyer who has paid.
    ///
    /// # A seller that breaks it
    /// Activates at every start.
    ///
    /// # How to fix
    /// Remember that a code was activated, and ask how it stands by the query.
    ///
    /// # What a lawful seller may do
    /// Ask how a code stands as often as it likes.
    LIC018 = {
        name: "code-activated-twice",
        force: Must,
        source: "licence §3.2",
        needs: "activation of a licence code",
        lawful: ["code-queried-often"],
        unseen: "the seller's software never called the open APIs about a licence code",
        family: [LicenceCode],
        open_api: true,
        faults: ["code-activated-twice"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let calls = code_calls(play).filter(|(_, came)| came.wish == Wish::CodeActivation);
    check_codes(look, calls, "body /license", TOLD, |flaw| match flaw {
        Flaw::CodeState { state } => Some(state.clone()),
        _ => None,
    });
}

const TOLD: [&str; 3] = [
    "a licence code that is not activated yet",
    "The licence code is activated already, or void.",
    "Remember that a code was activated, and ask how it stands by the query.",
];
