//! AUT030: the seller's clock is in another time zone.

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// A call of this moment is accepted. Where it is refused, the same call is made with a timestamp
    /// of eight hours later, to see whether that is the reason.
    ///
    /// # Why it matters
    /// No call of the platform passes, and the debug step says only that the seller refuses.
    ///
    /// # A seller that breaks it
    /// Takes China's local time for UTC when it asks its clock: `LocalDateTime.now()` with
    /// `ZoneOffset.UTC`, or a container whose clock was set to local time.
    ///
    /// # How to fix
    /// Compare with the milliseconds since 1970, which have no time zone: `System.currentTimeMillis()`,
    /// `Date.now()`, `time.time() * 1000`.
    ///
    /// # What a lawful seller may do
    /// Have a clock that differs by some seconds. That it then refuses every purchase is LIF017's
    /// business, and the debug step's calls are TST001's.
    AUT030 = {
        name: "clock-of-another-zone",
        force: Must,
        source: "v2 §2",
        needs: "answer to a call of this moment",
        lawful: ["window-of-ninety-seconds"],
        api: [V2],
        faults: ["clock-in-local-time"],
        check: check,
    }
}

/// The twin that tells why its control was refused.
const LATER: &str = "eight-hours-ahead";

fn check(play: &Play, look: &mut Look) {
    for pair in play.tampered(LATER) {
        if !pair.second.is_accepted() {
            look.inconclusive("the call was refused with a time of eight hours later as well");
            continue;
        }
        look.found(
            pair.first,
            Fault::at("query timestamp")
                .expected("a call of this moment accepted")
                .actual("refused; one of eight hours later accepted")
                .because(format!(
                    "The call was refused with the time of now, and accepted in call {} with one of eight hours later: the seller takes China's local time for UTC.",
                    pair.second.id
                ))
                .fix("Compare the timestamp with the milliseconds since 1970, which have no time zone."),
        );
    }
    for exchange in play.ordinary().filter(|exchange| exchange.is_accepted()) {
        look.expect(exchange, true, || Fault::at("query timestamp"));
    }
}
