//! LIF003: an unknown instance makes the seller fail.

use galleria_marketplace::delivery::Ended;
use galleria_marketplace::transcript::Exchange;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A call for an instance id that was never issued gets an answer, not a crash.
    ///
    /// # Why it matters
    /// A crash is retried for hours and looks like an outage.
    ///
    /// # A seller that breaks it
    /// Uses the result of a search without looking whether there is one.
    ///
    /// # How to fix
    /// Answer 000003 where the instance does not exist.
    ///
    /// # What a lawful seller may do
    /// Refuse with any code: which one is LIF002's business.
    LIF003 = {
        name: "unknown-instance-crashes",
        force: Must,
        source: "v1 §6",
        needs: "call for an unknown instance beside an accepted one",
        lawful: ["chinese-message"],
        scenes: [RefreshInstance],
        faults: ["unknown-instance-500-page"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for pair in play.tampered("unknown-instance") {
        let Some(crashed) = crashed(pair.second) else {
            continue;
        };
        look.expect(pair.second, !crashed, || {
            let answer = pair.second.response.as_ref();
            let actual = answer.map_or("no answer", |answer| answer.status_line.as_str());
            Fault::at("answer")
                .expected("resultCode 000003")
                .actual(actual)
                .because("The seller failed on an instance id that it does not know.")
                .fix("Look whether the instance was found, and answer 000003 where it was not.")
        });
    }
}

/// Whether the seller crashed; nothing where the call did not reach it.
fn crashed(exchange: &Exchange) -> Option<bool> {
    match &exchange.response {
        Some(answer) => Some(answer.status >= 500),
        None => (exchange.ended == Ended::Dropped).then_some(true),
    }
}
