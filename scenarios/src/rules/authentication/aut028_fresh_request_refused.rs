//! AUT028: a call within its minute that is refused.

use super::stumbled::{REFUSALS, accepted};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A rightly signed call that is half a minute old, and one that is 15 seconds ahead of the
    /// clock, are accepted like one of this moment.
    ///
    /// # Why it matters
    /// The pages say that timestamp and now differ by no more than 60 s. Clocks differ by seconds, and
    /// a call may wait for some: a seller that is stricter refuses orders now and then, and nobody
    /// finds the reason.
    ///
    /// # A seller that breaks it
    /// Has a window of some seconds, or takes nothing that is ahead of its own clock.
    ///
    /// # How to fix
    /// Compare the distance in milliseconds: `abs(now - timestamp) <= 60000`. Keep the server's clock
    /// in step (NTP).
    ///
    /// # What a lawful seller may do
    /// Take calls of more than a minute by some seconds. Refuse for a reason that is not the call's
    /// date or form. Where each call is refused for its date, AUT026, AUT030 and LIF017 tell it.
    AUT028 = {
        name: "fresh-request-refused",
        force: Should,
        source: "v2 §2",
        needs: "rightly signed call of within the minute, beside an accepted one",
        lawful: ["window-of-ninety-seconds"],
        api: [V2],
        faults: ["calls-ahead-refused", "window-of-ten-seconds"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let fix = "Compare the distance to either side: abs(now - timestamp) <= 60000 milliseconds.";
    for how in ["half-a-minute-old", "seconds-ahead"] {
        accepted(play, look, how, REFUSALS, fix);
    }
}
