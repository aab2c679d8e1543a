//! TRN004: no whole answer in time.

use galleria_marketplace::delivery::Ended;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// The whole answer to every call arrives within the platform's limit, 20 s by the profiles.
    ///
    /// # Why it matters
    /// The platform hangs up (调用接口超时20s) and calls again later, while the seller may still be
    /// at work on the first call.
    ///
    /// # A seller that breaks it
    /// Creates machines or accounts inside the handler, or waits for a call of its own to the
    /// platform that waits for this answer.
    ///
    /// # How to fix
    /// Take the order down, answer, and do the long work behind the answer.
    ///
    /// # What a lawful seller may do
    /// Take any time below the limit; slow answers are TRN005's business.
    TRN004 = {
        name: "answer-timed-out",
        force: Must,
        source: "v1 §8",
        needs: "call that reached the seller",
        lawful: ["slow-second", "slow-purchases", "trickle"],
        faults: ["first-expiry-unanswered", "first-test-call-unanswered"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in play
        .owed()
        .filter(|exchange| !exchange.ended.is_unreachable())
    {
        look.expect(exchange, exchange.ended != Ended::TimedOut, || {
            let waited = exchange.timings.total().as_secs_f64();
            Fault::at("time")
                .expected(format!("an answer within {:?}", play.profile.limits.answer))
                .actual(format!("none after {waited:.1} s"))
                .because("The platform hung up before the answer was complete.")
                .fix("Answer first and do the long work behind the answer.")
        });
    }
}
