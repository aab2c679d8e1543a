//! TST001: a call of the debug step is refused.

use galleria_marketplace::transcript::{Exchange, Role};

use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A call with `testFlag=1` and the form's made-up values succeeds, also for an instance that
    /// does not exist.
    ///
    /// # Why it matters
    /// Only cases that succeed can be saved, and the saved ones are called twice a day. A failure
    /// brings a mail, and what is not mended in time gets the product removed.
    ///
    /// # A seller that breaks it
    /// Treats test calls like real ones and answers 000003, or switches test handling off in
    /// production.
    ///
    /// # How to fix
    /// Where `testFlag` is 1, check the token and the parameters, do nothing, and answer success;
    /// `newInstance` with an instanceId and appInfo.frontEndUrl.
    ///
    /// # What a lawful seller may do
    /// Lack the upgrade, which no product must have: a refusal of that scene is not held against it.
    /// Refuse a call that names a real customer's instance. Which licence code the debug step sends is not told, so
    /// that for licence codes this rule only informs. Repeats and variants of the calls have
    /// rules of their own.
    TST001 = {
        name: "debug-call-refused",
        force: Must,
        source: "v1 §7, v2 §4.7, §6.1, licence §3.1, kit §5.1",
        needs: "call of the debug step",
        lawful: ["no-upgrades", "test-call-of-real-instance-refused"],
        family: [Saas, OnlineLicence, LicenceCode],
        faults: [
            "code-test-calls-looked-up",
            "online-test-application-looked-up",
            "test-calls-looked-up",
            "test-flag-ignored",
            "test-purchase-refused",
            "test-amount-refused",
            "frozen-in-place-of-freeze",
            "scenes-by-their-old-names",
            "release-without-order-refused",
            "test-flag-looked-for-in-the-address",
            "end-without-milliseconds-refused",
            "normal-in-place-of-unfreeze",
            "refund-of-renewal-refused",
            "clock-in-local-time",
            "notice-not-known",
            "notice-test-order-looked-up",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in play
        .owed()
        .filter(|exchange| is_first_of_its_kind(exchange))
    {
        look.must_succeed(exchange, |fault| {
            let fault = fault
                .because(format!(
                    "The debug step's {} with made-up values was refused, so its case cannot be saved.",
                    exchange.intent.activity
                ))
                .fix("Where testFlag is 1, check the signature, do nothing, and answer success.");
            play.explained(exchange, fault)
        });
    }
}

/// Whether a call is one of the debug step's cases as it is saved: made-up values, not a repeat.
fn is_first_of_its_kind(exchange: &Exchange) -> bool {
    let made_up = exchange.intent.test && exchange.intent.purchase.is_none();
    made_up && matches!(exchange.intent.role, Role::Call | Role::Control)
}
