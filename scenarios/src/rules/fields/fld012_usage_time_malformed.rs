//! FLD012: a usage figure without a proper time.

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use galleria_marketplace::transcript::Exchange;
use galleria_protocol::params::Reading;
use galleria_protocol::query_signature;
use galleria_protocol::time::parse_time_stamp;
use serde_json::Value;

use super::figures;
use crate::rule;
use crate::rule::{Fault, Look, Play, sent};

rule! {
    /// # What it checks
    /// Every entry of `usageInfo` has `statisticalTime`, written `yyyyMMddHHmmssSSS`, and is of no
    /// moment that lies more than an hour ahead of the query.
    ///
    /// # Why it matters
    /// The debug step refuses an entry without it, and a figure whose time cannot be read belongs
    /// to no bill.
    ///
    /// # A seller that breaks it
    /// Sends the database's format with dashes, seconds since 1970, or the time of its own zone, which
    /// in China is eight hours ahead.
    ///
    /// # How to fix
    /// Write the moment in UTC as 17 digits.
    ///
    /// # What a lawful seller may do
    /// Leave out some of the digits of the milliseconds: the pages' own example of such a time has
    /// 15 digits. Tell a day's figure as of the day's end. Leave `usageInfo` out for instances that are
    /// not billed by use.
    FLD012 = {
        name: "usage-time-malformed",
        force: Must,
        source: "v1 §5.7, §2",
        needs: "answer with a usage figure",
        lawful: [
            "reference",
            "usage-by-related-instance",
            "usage-time-of-15-digits",
            "usage-until-midnight",
        ],
        scenes: [QueryInstance],
        faults: ["usage-time-in-local-time", "usage-time-with-dashes"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for figure in figures::all(play) {
        let value = figure.members.get("statisticalTime");
        let time = value.and_then(Value::as_str).and_then(parse_time_stamp);
        let ahead = time.and_then(|time| ahead(figure.exchange, time));
        look.expect(figure.exchange, time.is_some() && ahead.is_none(), || {
            let fault = Fault::at(format!("body {}/statisticalTime", figure.place))
                .expected("yyyyMMddHHmmssSSS in UTC")
                .actual(value.map_or_else(|| "no such member".to_owned(), ToString::to_string));
            match ahead {
                Some(minutes) => fault
                    .because(format!(
                        "The figure is of a moment {minutes} minutes ahead of the query: 480 are the time of China."
                    ))
                    .fix("Tell the moment in UTC, whatever the server's zone is."),
                None => fault
                    .because("The platform cannot tell what time the figure is of.")
                    .fix("Write the moment in UTC as 17 digits, such as 20260101000000000."),
            }
        });
    }
}

/// By how many minutes a figure's time lies ahead of the call, where that is more than an hour. The
/// end of a day is left out: it is how a day's figure is told.
fn ahead(exchange: &Exchange, time: DateTime<Utc>) -> Option<i64> {
    let day_ends = [(0, 0, 0), (23, 59, 59)];
    if day_ends.contains(&(time.hour(), time.minute(), time.second())) {
        return None;
    }
    let ahead = time - asked_at(exchange)?;
    (ahead > TimeDelta::hours(1)).then(|| ahead.num_minutes())
}

/// The moment that the call itself carries.
fn asked_at(exchange: &Exchange) -> Option<DateTime<Utc>> {
    if exchange.request.body.is_none() {
        return parse_time_stamp(&sent(exchange, "timeStamp")?);
    }
    let (_, query) = exchange.request.target.split_once('?')?;
    let claimed = query_signature::claim(query, Reading::Form).ok()?;
    DateTime::from_timestamp_millis(claimed.timestamp.parse().ok()?)
}
