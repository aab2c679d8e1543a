//! SIG005: a refusal without a right Body-Sign.

use galleria_marketplace::transcript::{NameOnWire, SignatureReading, SignatureValue};

use super::seen::{refusals, successes, wrong};
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Answers that refuse a call are signed like any other.
    ///
    /// # Why it matters
    /// An unsigned refusal is a failed call of an unknown kind: the platform's message names the
    /// missing signature and hides the reason of the refusal.
    ///
    /// # A seller that breaks it
    /// Signs at the end of the happy path, while errors leave through an exception handler.
    ///
    /// # How to fix
    /// Sign in one place that every answer passes, error handlers included.
    ///
    /// # What a lawful seller may do
    /// Answer any text in `resultMsg`, as long as what it sends is signed. Where accepted answers
    /// are not signed right either, the rules about those tell it, and this one says nothing.
    SIG005 = {
        name: "refusal-unsigned",
        force: Should,
        source: "v1 §3",
        needs: "refusal",
        lawful: ["chinese-message", "empty-message"],
        api: [V1],
        faults: ["refusals-unsigned", "refusals-signed-with-empty-key", "has-another-key"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    if successes(play).any(|(_, seen)| fault(seen).is_some()) {
        look.inconclusive("the seller's accepted answers are not signed right either");
        return;
    }
    for (exchange, seen) in refusals(play) {
        match fault(seen) {
            None => look.held(),
            Some(fault) => look.found(exchange, fault),
        }
    }
}

fn fault(seen: &SignatureReading) -> Option<Fault> {
    let SignatureReading::Present { name, flaws, value } = seen else {
        return Some(
            Fault::at("header Body-Sign")
                .expected("a signed refusal")
                .actual("no such header")
                .because("The refusal is not signed.")
                .fix("Sign error answers where all other answers are signed."),
        );
    };
    if let SignatureValue::Wrong { cause, tried } = value {
        return Some(wrong(cause.as_deref(), tried.as_deref()));
    }
    let misspelt = match name {
        NameOnWire::Exact => None,
        NameOnWire::Misspelt { name } => Some(format!("the header is called {name}")),
    };
    let flaw = misspelt.or_else(|| flaws.first().cloned())?;
    Some(
        Fault::at("header Body-Sign")
            .expected(r#"Body-Sign: sign_type="HMAC-SHA256", signature="…""#)
            .actual(&flaw)
            .because("The refusal's Body-Sign has the wrong form.")
            .fix("Sign error answers where all other answers are signed."),
    )
}
