//! LIC021: a licence code is to hold from local time on, not from UTC.

use chrono::{NaiveDateTime, TimeDelta};
use galleria_marketplace::open_api::{CallBack, Wish};

use super::coded::code_calls;
use crate::rule;
use crate::rule::{Fault, Look, Play};
use crate::rules::open_api::seen::place;

rule! {
    /// # What it checks
    /// real_effect_time is not the local time of the mainland, which is eight hours ahead of UTC.
    ///
    /// # Why it matters
    /// The code holds eight hours too late: the buyer enters it and cannot use the software until the evening.
    ///
    /// # A seller that breaks it
    /// Formats the time of its machine, which stands in China.
    ///
    /// # How to fix
    /// Format the moment in UTC, or leave real_effect_time out.
    ///
    /// # What a lawful seller may do
    /// Let a code hold from later on, in eight hours too, so that this rule only informs. Leave real_effect_time out.
    LIC021 = {
        name: "code-holds-from-local-time",
        force: Observed,
        source: "licence §3.2",
        needs: "activation of a licence code with real_effect_time",
        lawful: ["code-holds-from-tomorrow", "code-without-effect-time"],
        unseen: "the seller's software never told from when on a licence code holds",
        family: [LicenceCode],
        open_api: true,
        faults: ["code-effect-time-in-local-time"],
        check: check,
    }
}

/// How far the mainland's time is ahead of UTC.
const OFFSET: TimeDelta = TimeDelta::hours(8);
/// So far the clocks of marketplace and software may be apart.
const APART: TimeDelta = TimeDelta::minutes(2);

fn check(play: &Play, look: &mut Look) {
    for (exchange, came) in code_calls(play).filter(|(_, came)| came.wish == Wish::CodeActivation) {
        let Some((told, ahead)) = ahead(came) else {
            continue;
        };
        look.expect(exchange, (ahead - OFFSET).abs() > APART, || {
            Fault::at(place(came, "body /real_effect_time"))
                .expected("a moment in UTC")
                .actual(told)
                .because("The code is to hold from eight hours after its activation, as the mainland's local time gives.")
                .fix("Format the moment in UTC, or leave real_effect_time out.")
        });
    }
}

/// From when on a code is to hold, and how far that is ahead of the call.
fn ahead(came: &CallBack) -> Option<(String, TimeDelta)> {
    let body: serde_json::Value = serde_json::from_str(&came.body).ok()?;
    let told = body.get("real_effect_time")?.as_str()?;
    let moment = NaiveDateTime::parse_from_str(told, "%Y%m%d%H%M%S").ok()?;
    Some((told.to_owned(), moment.and_utc() - came.at))
}
