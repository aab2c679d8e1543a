//! TST004: a real call taken for a test.

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::code;
use galleria_protocol::v1::Activity;

use crate::rule;
use crate::rule::{Fault, Look, Pair, Play, refused};

rule! {
    /// # What it checks
    /// A purchase with `testFlag=0`, or with an empty one, is as real as one without the flag: it is
    /// accepted, and its instance can be renewed.
    ///
    /// # Why it matters
    /// The pages of the two sites differ: real calls come with `testFlag=0` or without the flag. A
    /// buyer whose order is taken for a test has paid for nothing.
    ///
    /// # A seller that breaks it
    /// Asks whether the flag is there, not what it says.
    ///
    /// # How to fix
    /// Take `1` for a test and everything else for real.
    ///
    /// # What a lawful seller may do
    /// Refuse an empty flag as invalid: AUT005 tells it.
    TST004 = {
        name: "test-flag-misread",
        force: Must,
        source: "v1 §5",
        needs: "purchase with testFlag=0 that is renewed",
        lawful: ["reference"],
        family: [Saas, OnlineLicence],
        scenes: [RefreshInstance],
        faults: ["test-flag-zero-taken-for-test"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for how in ["test-flag-zero", "empty-test-flag"] {
        for pair in play.tampered(how).filter(|pair| !pair.second.intent.test) {
            if how == "test-flag-zero" && refused(pair.second) == Some(code::INVALID_PARAMETER) {
                look.found(
                    pair.second,
                    fault(pair, "The purchase with testFlag=0 was refused"),
                );
            }
            let Some(renewal) = renewal(play, pair.second) else {
                continue;
            };
            if renewal.is_accepted() {
                look.held();
            } else if renewal.refusal_code() == Some(code::UNKNOWN_INSTANCE) {
                look.found(
                    renewal,
                    fault(
                        pair,
                        "The purchase was accepted, but its instance does not exist",
                    ),
                );
            }
        }
    }
}

fn fault(pair: Pair<'_>, what: &str) -> Fault {
    Fault::at("body /resultCode")
        .expected(code::SUCCESS)
        .actual("a refusal")
        .because(format!(
            "{what} (exchanges {} and {}).",
            pair.first.id, pair.second.id
        ))
        .fix("Take testFlag=1 for a test and everything else for a real call.")
}

/// The renewal of what an accepted purchase made.
fn renewal<'a>(play: &'a Play, purchase: &Exchange) -> Option<&'a Exchange> {
    let name = play.profile.called(Activity::RefreshInstance);
    let mut renewals = play.ordinary().filter(|exchange| {
        exchange.intent.activity == name && exchange.intent.purchase == purchase.intent.purchase
    });
    renewals.next().filter(|_| purchase.is_taken())
}
