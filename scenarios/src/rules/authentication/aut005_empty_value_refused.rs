//! AUT005: an empty optional parameter makes the seller refuse.

use galleria_protocol::{Api, code};

use super::stumbled::{REFUSALS_AND_FAILURES, accepted};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A call with an empty optional parameter, `productId=` or `testFlag=`, is accepted like the
    /// same call with the parameter filled or absent.
    ///
    /// # Why it matters
    /// The debug step calls the renewal with an empty productId; real traffic may carry one.
    ///
    /// # A seller that breaks it
    /// Leaves empty values out of the text to sign, as the vendor's sample for POST bodies does, or
    /// looks up the empty id.
    ///
    /// # How to fix
    /// Keep `name=` in the text to sign, and treat an empty optional value as an absent one.
    ///
    /// # What a lawful seller may do
    /// Accept the token under both readings, with the empty value and without. Refuse for a reason
    /// that is not the call's form. Empty values of the debug step's renewal are TST006's business.
    AUT005 = {
        name: "empty-value-refused",
        force: Should,
        source: "v1 §2, §5.2, v2 §4",
        needs: "call with an empty parameter beside an accepted one",
        lawful: ["reference", "three-in-stock"],
        faults: ["code-empty-product-refused", "licence-renewal-needs-product", "skips-empty-values"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let fix = match play.profile.api {
        Api::V1 => {
            "Keep name= in the text to sign, and treat an empty optional value as an absent one."
        }
        Api::V2 => "Treat an empty optional value as an absent one.",
    };
    for how in ["empty-product", "empty-test-flag"] {
        let debugs = play.tampered(how).all(|pair| pair.second.intent.test);
        let codes = if debugs {
            &[code::AUTHENTICATION_FAILED]
        } else {
            REFUSALS_AND_FAILURES
        };
        accepted(play, look, how, codes, fix);
    }
}
