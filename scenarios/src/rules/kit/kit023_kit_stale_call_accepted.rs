//! KIT023: kit stale call accepted.

use super::seen::{must_refuse, twins};
use crate::rule;
use crate::rule::{Look, Play};

rule! {
    /// # What it checks
    /// A V2 kit call that is two minutes old is not accepted, however well it is signed.
    ///
    /// # Why it matters
    /// A caught call can be sent again for ever.
    ///
    /// # A seller that breaks it
    /// Signs the timestamp and does not compare it.
    ///
    /// # How to fix
    /// Compare `x-timestamp`, in milliseconds, with the time of now, and refuse what is older than
    /// 60 s.
    ///
    /// # What a lawful seller may do
    /// Allow for some seconds between two clocks, and take calls that are ahead of its own, as the
    /// vendor's sample does.
    KIT023 = {
        name: "kit-stale-call-accepted",
        force: Must,
        source: "kit §1.2",
        needs: "V2 kit call that is two minutes old",
        lawful: ["kit-future-taken", "kit-window-of-seventy-seconds"],
        api: [V2],
        faults: ["kit-age-not-checked"],
        check: check,
    }
}

const FORGERIES: &[&str] = &["kit-stale-call"];

fn check(play: &Play, look: &mut Look) {
    must_refuse(
        look,
        twins(play, FORGERIES),
        "A kit call was accepted that is two minutes old",
        "Compare x-timestamp, in milliseconds, with the time of now, and refuse what is older than 60 s.",
    );
}
