//! KIT003: kit answer unsigned.

use super::seen::lawful;
use crate::rule;
use crate::rule::Fault;
use crate::rule::{Look, Play};
use galleria_marketplace::transcript::SignatureReading;

rule! {
    /// # What it checks
    /// Answers to V1's kit calls carry `Body-Sign`.
    ///
    /// # Why it matters
    /// The examples of V1's kit pages show the header, and the debug step of the base interfaces
    /// fails without it.
    ///
    /// # A seller that breaks it
    /// Leaves the kit's answers to another filter than those of the base interfaces.
    ///
    /// # How to fix
    /// Sign the bytes of the answer with the key alone, as for the base interfaces.
    ///
    /// # What a lawful seller may do
    /// Answer V2's kit calls with or without a signature: its pages have both.
    KIT003 = {
        name: "kit-answer-unsigned",
        force: Should,
        source: "kit §1.3",
        needs: "accepted V1 kit call",
        lawful: ["kit-answers-signed"],
        api: [V1],
        faults: ["kit-answers-unsigned"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in lawful(play).filter(|exchange| exchange.is_accepted()) {
        let Some(seen) = &exchange.reading.signature else {
            continue;
        };
        look.expect(exchange, *seen != SignatureReading::Absent, || {
            Fault::at("header Body-Sign")
                .expected(r#"Body-Sign: sign_type="HMAC-SHA256", signature="…""#)
                .actual("no such header")
                .because("The answer to a kit call is not signed.")
                .fix("Add Body-Sign with Base64(HMAC-SHA256(key, body)) to every answer.")
        });
    }
}
