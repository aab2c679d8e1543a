//! AUT026: timestamps in milliseconds are refused.

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A call with a timestamp in milliseconds is accepted. Where it is refused, the same call is
    /// made with seconds, to see whether that is the reason.
    ///
    /// # Why it matters
    /// No call of the platform passes: every printed example has 13 digits, whatever the text above
    /// it says.
    ///
    /// # A seller that breaks it
    /// Takes the international page at its word, which says seconds, and compares with the seconds of
    /// its own clock.
    ///
    /// # How to fix
    /// Compare with milliseconds (`System.currentTimeMillis()`), and sign the text as it came.
    ///
    /// # What a lawful seller may do
    /// Take seconds as well as milliseconds.
    AUT026 = {
        name: "seconds-expected",
        force: Must,
        source: "v2 §9",
        needs: "answer to a call with a timestamp in milliseconds",
        lawful: ["seconds-taken-too"],
        api: [V2],
        faults: ["seconds-expected"],
        check: check,
    }
}

/// The twin that tells why its control was refused.
const SECONDS: &str = "timestamp-in-seconds";

fn check(play: &Play, look: &mut Look) {
    for pair in play.tampered(SECONDS) {
        if !pair.second.is_taken() {
            look.inconclusive("the call was refused with seconds as well".to_owned());
            continue;
        }
        look.found(
            pair.first,
            Fault::at("query timestamp")
                .expected("milliseconds accepted")
                .actual("milliseconds refused, seconds accepted")
                .because(format!(
                    "The call was refused with its timestamp in milliseconds, and accepted in call {} with seconds.",
                    pair.second.id
                ))
                .fix("Compare the timestamp with the clock's milliseconds; every printed example has 13 digits."),
        );
    }
    for exchange in play.ordinary().filter(|exchange| exchange.is_taken()) {
        look.expect(exchange, true, || Fault::at("query timestamp"));
    }
}
