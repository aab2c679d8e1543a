//! KIT002: kit answer unreadable.

use super::seen::lawful;
use crate::rule;
use crate::rule::Fault;
use crate::rule::{Look, Play};
use galleria_marketplace::transcript::Outcome;

rule! {
    /// # What it checks
    /// Every kit call is answered with status 200 and a JSON object whose `resultCode` is a text of
    /// six digits.
    ///
    /// # Why it matters
    /// The debug step says that the service cannot be reached, and no credential can be applied
    /// for.
    ///
    /// # A seller that breaks it
    /// Mounts the kit elsewhere than below the production address, or writes the code as a number.
    ///
    /// # How to fix
    /// Serve the five addresses below the production address, and answer
    /// `{"resultCode":"000000","resultMsg":"Success"}`.
    ///
    /// # What a lawful seller may do
    /// Leave `resultMsg` out, and add members of its own.
    KIT002 = {
        name: "kit-answer-unreadable",
        force: Must,
        source: "kit §1.1",
        needs: "kit call",
        lawful: ["kit-message-left-out", "kit-further-members"],
        faults: ["kit-result-code-as-number", "kit-not-routed"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in lawful(play) {
        let status = exchange.response.as_ref().map(|answer| answer.status);
        let read = matches!(
            exchange.outcome(),
            Outcome::Accepted | Outcome::Refused { .. }
        );
        look.expect(exchange, read && status == Some(200), || {
            let status = status.map_or_else(|| "no answer".to_owned(), |code| format!("status {code}"));
            Fault::at("answer")
                .expected("status 200 and a resultCode of six digits")
                .actual(status)
                .because("The answer to a kit call does not say whether it was accepted.")
                .fix("Serve the kit below the production address and answer each call with a resultCode.")
        });
    }
}
