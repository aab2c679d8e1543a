//! LIC019: a licence code is queried before it is activated.

use galleria_marketplace::open_api::{Flaw, Wish};

use super::coded::{check_codes, code_calls};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// The query of a licence code comes behind its activation.
    ///
    /// # Why it matters
    /// The marketplace answers 92020011, and tells nothing of the code.
    ///
    /// # A seller that breaks it
    /// Begins with the daily query, or takes it for the activation.
    ///
    /// # How to fix
    /// Activate a code when the buyer enters it, and query it from then on.
    ///
    /// # What a lawful seller may do
    /// Query a code never, or often.
    LIC019 = {
        name: "code-queried-before-activation",
        force: Must,
        source: "licence §3.2",
        needs: "query of a licence code",
        lawful: ["code-not-queried", "code-queried-often"],
        unseen: "the seller's software never called the open APIs about a licence code",
        family: [LicenceCode],
        open_api: true,
        faults: ["code-only-queried", "code-queried-first"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let calls = code_calls(play).filter(|(_, came)| came.wish == Wish::CodeQuery);
    check_codes(look, calls, "body /license", TOLD, |flaw| match flaw {
        Flaw::CodeState { state } => Some(state.clone()),
        _ => None,
    });
}

const TOLD: [&str; 3] = [
    "a licence code that is activated",
    "The licence code was not activated before it is queried.",
    "Activate a code when the buyer enters it, and query it from then on.",
];
