//! LIC017: a call names a licence code that the marketplace did not make.

use galleria_marketplace::open_api::Flaw;

use super::coded::{check_codes, code_calls};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// Calls name a licence code as the marketplace showed it, letter by letter.
    ///
    /// # Why it matters
    /// The marketplace answers 92020005: the buyer has paid and cannot use the software.
    ///
    /// # A seller that breaks it
    /// Turns the code into small letters, cuts it off, or keeps the line end that was pasted with it.
    ///
    /// # How to fix
    /// Take 64 characters, trim what is around them, and change nothing else.
    ///
    /// # What a lawful seller may do
    /// Trim what the buyer entered.
    LIC017 = {
        name: "code-altered",
        force: Must,
        source: "licence §3.2",
        needs: "call about a licence code",
        lawful: ["reference"],
        unseen: "the seller's software never called the open APIs about a licence code",
        family: [LicenceCode],
        open_api: true,
        faults: ["code-cut-off", "code-in-lower-case", "code-with-line-end"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let calls = code_calls(play);
    check_codes(look, calls, "body /license", TOLD, |flaw| match flaw {
        Flaw::UnknownCode { told } => Some(told.clone()),
        _ => None,
    });
}

const TOLD: [&str; 3] = [
    "a licence code that the marketplace made",
    "The marketplace knows no such licence code.",
    "Take 64 characters, trim what is around them, and change nothing else.",
];
