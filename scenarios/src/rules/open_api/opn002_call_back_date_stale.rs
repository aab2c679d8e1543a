//! OPN002: a call of an open API is dated too far from now.

use galleria_marketplace::open_api::{Flaw, Wish};

use super::seen::{call_backs, place};
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// The X-Sdk-Date of a query of an order, or of a usage push in the old form, is UTC, written yyyyMMdd'T'HHmmss'Z', and within 15 minutes of now.
    ///
    /// # Why it matters
    /// The gateway takes a call of another time for an old one that somebody caught, and refuses it.
    ///
    /// # A seller that breaks it
    /// Writes the local time of Beijing with a Z behind it, or runs on a machine whose clock nobody sets.
    ///
    /// # How to fix
    /// Format the time in UTC, and let the machine set its clock by NTP.
    ///
    /// # What a lawful seller may do
    /// Have a clock that is up to 15 minutes slow or fast.
    OPN002 = {
        name: "call-back-date-stale",
        force: Must,
        source: "v2 §7.3",
        needs: "call of an open API",
        lawful: ["clock-ten-minutes-slow"],
        unseen: "the seller never called the open APIs",
        api: [V2],
        faults: ["queries-dated-in-local-time"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let dated = call_backs(play).filter(|(_, came)| came.wish != Wish::UsagePush);
    for (exchange, call_back) in dated {
        let stale = call_back.flaws.iter().find_map(|flaw| match flaw {
            Flaw::Date { error } => Some(error),
            _ => None,
        });
        look.expect(exchange, stale.is_none(), || {
            Fault::at(place(call_back, "header X-Sdk-Date"))
                .expected("the time in UTC, within 15 minutes of now")
                .actual(stale.map_or("", String::as_str))
                .because("The gateway refuses a call of the open APIs that is dated like this.")
                .fix("Write the time in UTC as yyyyMMdd'T'HHmmss'Z', and set the machine's clock.")
        });
    }
}
