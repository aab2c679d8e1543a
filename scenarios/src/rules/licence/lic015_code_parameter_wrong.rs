//! LIC015: a parameter about a licence code is missing or malformed.

use galleria_marketplace::open_api::Flaw;

use super::coded::{check_codes, code_calls};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A call about one licence code has it as license, of 64 characters at most; real_effect_time is yyyyMMddHHmmss.
    ///
    /// # Why it matters
    /// The marketplace answers 92020002, and the code stays as it is.
    ///
    /// # A seller that breaks it
    /// Names the code licenseCode, or writes the time as its library does.
    ///
    /// # How to fix
    /// Send license, and real_effect_time as 14 digits in UTC or not at all.
    ///
    /// # What a lawful seller may do
    /// Leave real_effect_time out.
    LIC015 = {
        name: "code-parameter-wrong",
        force: Must,
        source: "licence §3.2",
        needs: "call about a licence code",
        lawful: ["code-without-effect-time"],
        unseen: "the seller's software never called the open APIs about a licence code",
        family: [LicenceCode],
        open_api: true,
        faults: ["code-effect-time-in-iso", "code-effect-time-in-milliseconds", "code-under-another-name"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let calls = code_calls(play);
    check_codes(look, calls, "body", TOLD, |flaw| match flaw {
        Flaw::CodeParameter { error } => Some(error.clone()),
        _ => None,
    });
}

const TOLD: [&str; 3] = [
    "license of 64 characters at most, and real_effect_time as yyyyMMddHHmmss",
    "A parameter is missing or malformed, which the marketplace answers with 92020002.",
    "Send license, and real_effect_time as 14 digits in UTC or not at all.",
];
