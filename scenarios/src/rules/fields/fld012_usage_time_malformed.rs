//! FLD012: a usage figure without a proper time.

use serde_json::Value;

use super::figures;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Every entry of `usageInfo` has `statisticalTime`, written `yyyyMMddHHmmssSSS`.
    ///
    /// # Why it matters
    /// The debug step refuses an entry without it, and a figure whose time cannot be read belongs
    /// to no bill.
    ///
    /// # A seller that breaks it
    /// Sends the database's format with dashes, or seconds since 1970.
    ///
    /// # How to fix
    /// Write the moment in UTC as 17 digits.
    ///
    /// # What a lawful seller may do
    /// Leave out some of the digits of the milliseconds: the pages' own example of such a time has
    /// 15 digits. Leave `usageInfo` out for instances that are not billed by use.
    FLD012 = {
        name: "usage-time-malformed",
        force: Must,
        source: "v1 §5.7, §2",
        needs: "answer with a usage figure",
        lawful: ["reference", "usage-by-related-instance", "usage-time-of-15-digits"],
        scenes: [QueryInstance],
        faults: ["usage-time-with-dashes"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for figure in figures::all(play) {
        let value = figure.members.get("statisticalTime");
        let text = value.and_then(Value::as_str);
        let proper =
            text.is_some_and(|text| galleria_protocol::time::parse_time_stamp(text).is_some());
        look.expect(figure.exchange, proper, || {
            Fault::at(format!("body {}/statisticalTime", figure.place))
                .expected("yyyyMMddHHmmssSSS in UTC")
                .actual(value.map_or_else(|| "no such member".to_owned(), ToString::to_string))
                .because("The platform cannot tell what time the figure is of.")
                .fix("Write the moment in UTC as 17 digits, such as 20260101000000000.")
        });
    }
}
