//! AUT022: a call that is too old.

use super::forged::refused;
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A rightly signed call that is two minutes old is not accepted.
    ///
    /// # Why it matters
    /// A call from a log of last year is as good as one of today.
    ///
    /// # A seller that breaks it
    /// Signs over the timestamp and never compares it with its clock, or reads its milliseconds as
    /// seconds, so that every call lies in the future.
    ///
    /// # How to fix
    /// Refuse where now and timestamp, both in milliseconds, differ by more than 60 000. Keep the
    /// server's clock in step (NTP).
    ///
    /// # What a lawful seller may do
    /// Take calls of just over a minute: the pages allow 60 s, and clocks differ. Answer 000001 or
    /// 000002.
    AUT022 = {
        name: "stale-request-accepted",
        force: Must,
        source: "v2 §2",
        needs: "rightly signed call of two minutes ago, beside an accepted one",
        lawful: ["refused-with-one-code", "window-of-ninety-seconds"],
        api: [V2],
        faults: ["age-not-checked", "age-checked-forwards-only", "window-of-five-minutes", "notice-age-not-checked"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let because = "A rightly signed call that is two minutes old was accepted";
    refused(play, look, "stale-timestamp", &["forged-token"], because);
}
