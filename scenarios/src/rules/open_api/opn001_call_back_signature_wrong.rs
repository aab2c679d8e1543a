//! OPN001: a call of an open API is not signed as it must be.

use galleria_marketplace::open_api::{Flaw, Wish};

use super::seen::{call_backs, place};
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A query of an order, and a usage push in the old form, carry a right SDK-HMAC-SHA256 signature under the
    /// seller's AK and SK, over host and x-sdk-date at least.
    ///
    /// # Why it matters
    /// The gateway refuses the call with 401. The seller learns nothing of the order that it is to deliver, and after
    /// five failures in a row its AK is locked for five minutes.
    ///
    /// # A seller that breaks it
    /// Builds the canonical request by hand and forgets the slash behind the path, sorts nothing, or signs other
    /// headers than it lists.
    ///
    /// # How to fix
    /// Sign with the vendor's SDK, or compare the canonical request line by line: method, path with a slash at its end,
    /// sorted query, signed headers, their names, the body's SHA-256.
    ///
    /// # What a lawful seller may do
    /// Never call the open APIs. List the signed headers in any order, and send headers that are not signed.
    OPN001 = {
        name: "call-back-signature-wrong",
        force: Must,
        source: "v2 §7.3",
        needs: "call of an open API",
        lawful: ["signed-headers-unsorted", "usage-pushed-in-the-old-form"],
        unseen: "the seller never called the open APIs",
        api: [V2],
        faults: ["queries-signed-without-slash"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let signed = call_backs(play).filter(|(_, came)| came.wish != Wish::UsagePush);
    for (exchange, call_back) in signed {
        let wrong = call_back.flaws.iter().find_map(|flaw| match flaw {
            Flaw::Signature {
                error,
                cause,
                explanation,
                fix,
            } => Some((error, cause, explanation, fix)),
            _ => None,
        });
        let Some((error, cause, explanation, fix)) = wrong else {
            look.held();
            continue;
        };
        let fault = Fault::at(place(call_back, "header Authorization"))
            .expected("a signature that fits the call")
            .actual(error)
            .cause(cause.clone());
        let told = if explanation.is_empty() {
            fault
                .because("The signature of a call of the open APIs does not hold.")
                .fix("Compare your canonical request with the documented form, line by line.")
        } else {
            fault.because(explanation).fix(fix)
        };
        look.found(exchange, told);
    }
}
