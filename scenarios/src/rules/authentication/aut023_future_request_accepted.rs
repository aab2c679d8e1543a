//! AUT023: a call that is ahead of its time.

use super::forged::refused;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A rightly signed call that is two minutes ahead of the clock is not accepted.
    ///
    /// # Why it matters
    /// The pages say that timestamp and now differ by no more than 60 s. A call from the future stays
    /// good until that time has come, however long that is.
    ///
    /// # A seller that breaks it
    /// Asks whether `now - timestamp` is at most 60 s, as the vendor's sample does: ahead of now
    /// that is negative, and always small enough.
    ///
    /// # How to fix
    /// Compare the distance, whichever is the later: `abs(now - timestamp) <= 60000`.
    ///
    /// # What a lawful seller may do
    /// Take calls of just over a minute: clocks differ. Answer 000001 or 000002. The vendor's own sample
    /// looks backwards only: hence the force.
    AUT023 = {
        name: "future-request-accepted",
        force: Observed,
        source: "v2 §2",
        needs: "rightly signed call of two minutes from now, beside an accepted one",
        lawful: ["refused-with-one-code", "window-of-ninety-seconds"],
        api: [V2],
        faults: ["age-not-checked", "age-checked-backwards-only", "window-of-five-minutes", "notice-age-not-checked"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let because = "A rightly signed call that is two minutes ahead of the clock was accepted";
    refused(play, look, "future-timestamp", &["forged-token"], because);
}
