//! LIC016: a licence code is to hold from before its order.

use galleria_marketplace::open_api::{Flaw, Wish};

use super::coded::{check_codes, code_calls};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// real_effect_time is not before the order of the licence code; a minute is allowed for clocks that differ.
    ///
    /// # Why it matters
    /// The marketplace refuses the activation, and the buyer cannot use what was paid.
    ///
    /// # A seller that breaks it
    /// Takes the begin of a contract or of a year.
    ///
    /// # How to fix
    /// Send the moment of the activation in UTC, or leave real_effect_time out.
    ///
    /// # What a lawful seller may do
    /// Leave real_effect_time out, and let a code hold from later on.
    LIC016 = {
        name: "code-holds-before-order",
        force: Must,
        source: "licence §3.2",
        needs: "activation of a licence code",
        lawful: ["code-without-effect-time"],
        unseen: "the seller's software never called the open APIs about a licence code",
        family: [LicenceCode],
        open_api: true,
        faults: ["code-effect-from-last-year"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let calls = code_calls(play).filter(|(_, came)| came.wish == Wish::CodeActivation);
    check_codes(
        look,
        calls,
        "body /real_effect_time",
        TOLD,
        |flaw| match flaw {
            Flaw::BeforeOrder { told, .. } => Some(told.clone()),
            _ => None,
        },
    );
}

const TOLD: [&str; 3] = [
    "a moment that is not before the order",
    "The code is to hold from before it was ordered.",
    "Send the moment of the activation in UTC, or leave real_effect_time out.",
];
