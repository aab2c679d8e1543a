//! SIG001: an answer without Body-Sign.

use galleria_marketplace::transcript::SignatureReading;

use super::seen::successes;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Every answer carries the header `Body-Sign`.
    ///
    /// # Why it matters
    /// The platform takes an unsigned answer for a failed call (http header->bodySign is empty):
    /// the debug step fails, orders are retried and refunded.
    ///
    /// # A seller that breaks it
    /// Does not sign at all, signs some of its scenes only, or has a gateway that drops headers it
    /// does not know.
    ///
    /// # How to fix
    /// Sign in one place that every answer passes, and let the gateway pass `Body-Sign`.
    ///
    /// # What a lawful seller may do
    /// Send further headers, also `body-sign` beside `Body-Sign`.
    SIG001 = {
        name: "response-unsigned",
        force: Must,
        source: "v1 §3",
        needs: "answer that is no refusal",
        lawful: ["both-spellings", "further-headers", "repeated-headers"],
        api: [V1],
        faults: ["successes-unsigned", "licence-renewal-unsigned"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, seen) in successes(play) {
        look.expect(exchange, *seen != SignatureReading::Absent, || {
            Fault::at("header Body-Sign")
                .expected(r#"Body-Sign: sign_type="HMAC-SHA256", signature="…""#)
                .actual("no such header")
                .because("The answer is not signed.")
                .fix("Add Body-Sign with Base64(HMAC-SHA256(key, body)) to every answer.")
        });
    }
}
