//! LIC014: a call about a licence code cannot be read.

use galleria_marketplace::open_api::Flaw;

use super::coded::{check_codes, code_calls};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// Activations and queries of licence codes are POSTs of a JSON object, typed as application/json.
    ///
    /// # Why it matters
    /// The marketplace answers 95000002 to 95000004 and looks at nothing.
    ///
    /// # A seller that breaks it
    /// Sends a form, or a list where one code is meant.
    ///
    /// # How to fix
    /// POST a JSON object, with Content-Type: application/json.
    ///
    /// # What a lawful seller may do
    /// Give the type a charset, and use the first version of the interface or the second.
    LIC014 = {
        name: "code-call-unreadable",
        force: Must,
        source: "licence §3.2",
        needs: "call about a licence code",
        lawful: ["code-in-batch"],
        unseen: "the seller's software never called the open APIs about a licence code",
        family: [LicenceCode],
        open_api: true,
        faults: ["code-sent-as-form", "code-sent-as-list"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let calls = code_calls(play);
    check_codes(look, calls, "body", TOLD, |flaw| match flaw {
        Flaw::CodeForm { error } => Some(error.clone()),
        _ => None,
    });
}

const TOLD: [&str; 3] = [
    "a JSON object by POST, typed as application/json",
    "The marketplace cannot read the call.",
    "POST a JSON object, with Content-Type: application/json.",
];
