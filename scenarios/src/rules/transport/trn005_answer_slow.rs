//! TRN005: an answer in time, but slow.

use crate::rule;
use crate::rule::{Fault, Look, Play, is_at_once};

rule! {
    /// # What it checks
    /// Answers take no longer than 5 s.
    ///
    /// # Why it matters
    /// The newer pages give 5 s as the limit. V1's own page says 20 s, so for V1 this is shown and
    /// changes nothing.
    ///
    /// # A seller that breaks it
    /// Does work inside the handler that could be done behind the answer.
    ///
    /// # How to fix
    /// Answer first and do the long work behind the answer.
    ///
    /// # What a lawful seller may do
    /// Answer in any time below the limit of TRN004: this rule only observes. Serve calls that come
    /// at the same moment one behind the other: how long those take says nothing.
    TRN005 = {
        name: "answer-slow",
        force: Observed,
        source: "v2 §1",
        needs: "answer",
        lawful: ["slow-second", "slow-purchases"],
        faults: ["slow-upgrade"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let limit = play.profile.limits.slow;
    for (exchange, _) in play.answers().filter(|(call, _)| !is_at_once(call)) {
        let took = exchange.timings.total();
        look.expect(exchange, took <= limit, || {
            Fault::at("time")
                .expected(format!("an answer within {limit:?}"))
                .actual(format!("{:.1} s", took.as_secs_f64()))
                .because("The answer came in time for the debug step, but later than the pages' demands allow.")
                .fix("Answer first and do the long work behind the answer.")
        });
    }
}
