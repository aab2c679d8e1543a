//! What the marketplace's later job does not take [v2 §7.2].

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::{UsagePush, UsageRecord, ValueFlaw};
use crate::time::parse_basic_time;

/// The most records of a push.
pub const MOST_RECORDS: usize = 1000;

/// How long ago a record may begin.
pub const LARGEST_AGE: TimeDelta = TimeDelta::days(21);

/// How far ahead of the push a record may begin: clocks differ, and a job may write the hour that begins.
const LARGEST_LEAD: TimeDelta = TimeDelta::hours(1);

/// The most characters of an id.
const LONGEST_ID: usize = 64;

/// One thing that is wrong with a push.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// There are more records than [`MOST_RECORDS`].
    #[error("there are {0} records; send at most 1000 at once")]
    TooManyRecords(usize),
    /// A member is empty.
    #[error("record {record} has no {member}")]
    Missing {
        /// The record, from 0.
        record: usize,
        /// The member's name.
        member: &'static str,
    },
    /// An id has more than 64 characters.
    #[error("{member} of record {record} has more than 64 characters")]
    TooLong {
        /// The record, from 0.
        record: usize,
        /// The member's name.
        member: &'static str,
    },
    /// A time has another form.
    #[error("{member} of record {record} is not written as yyyyMMdd'T'HHmmss'Z'")]
    Time {
        /// The record, from 0.
        record: usize,
        /// The member's name.
        member: &'static str,
    },
    /// The span of a record ends before it begins.
    #[error("record {0} ends before it begins")]
    Span(usize),
    /// A record begins longer ago than [`LARGEST_AGE`].
    #[error("record {0} begins more than 21 days ago")]
    TooOld(usize),
    /// A record begins more than an hour ahead of its push.
    #[error("record {0} begins more than an hour ahead of its push")]
    Ahead(usize),
    /// A `metering_sn` that an earlier record of the push has.
    #[error("record {0} repeats the metering_sn of an earlier one")]
    Repeated(usize),
    /// The amount is wrong.
    #[error("usage_value of record {record} {flaw}")]
    Value {
        /// The record, from 0.
        record: usize,
        /// What is wrong with it.
        flaw: ValueFlaw,
    },
}

/// Everything that is wrong with a push that comes at `now`. A record of the new push has a
/// `metering_sn`, one of the old push a `product_id`; `new` tells which it is.
pub fn flaws(push: &UsagePush, new: bool, now: DateTime<Utc>) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let records = &push.usage_records;
    if records.len() > MOST_RECORDS {
        flaws.push(Flaw::TooManyRecords(records.len()));
    }
    let mut seen = BTreeSet::new();
    for (number, record) in records.iter().enumerate() {
        flaws.extend(ids(number, record, new));
        if record
            .metering_sn
            .as_ref()
            .is_some_and(|sn| !sn.is_empty() && !seen.insert(sn))
        {
            flaws.push(Flaw::Repeated(number));
        }
        flaws.extend(times(number, record, now));
        flaws.extend(record.usage_value.flaw().map(|flaw| Flaw::Value {
            record: number,
            flaw,
        }));
    }
    flaws
}

fn ids(record: usize, of: &UsageRecord, new: bool) -> Vec<Flaw> {
    let serial = ("metering_sn", of.metering_sn.as_deref(), new);
    let product = ("product_id", of.product_id.as_deref(), !new);
    let package = of.relate_pkg_instance.as_deref();
    let ids = [
        ("instance_id", Some(of.instance_id.as_str()), true),
        serial,
        product,
        ("relate_pkg_instance", package, false),
    ];
    let flaw = |(member, id, mandatory): (&'static str, Option<&str>, bool)| match id {
        None | Some("") => mandatory.then_some(Flaw::Missing { record, member }),
        Some(id) => (id.chars().count() > LONGEST_ID).then_some(Flaw::TooLong { record, member }),
    };
    ids.into_iter().filter_map(flaw).collect()
}

fn times(record: usize, of: &UsageRecord, now: DateTime<Utc>) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let mut read = |member, text: &str| {
        let time = parse_basic_time(text);
        if time.is_none() {
            flaws.push(Flaw::Time { record, member });
        }
        time
    };
    read("record_time", &of.record_time);
    let begin = read("begin_time", &of.begin_time);
    let end = read("end_time", &of.end_time);
    if begin.zip(end).is_some_and(|(begin, end)| end < begin) {
        flaws.push(Flaw::Span(record));
    }
    if begin.is_some_and(|begin| now.signed_duration_since(begin) > LARGEST_AGE) {
        flaws.push(Flaw::TooOld(record));
    }
    if begin.is_some_and(|begin| begin.signed_duration_since(now) > LARGEST_LEAD) {
        flaws.push(Flaw::Ahead(record));
    }
    flaws
}

#[cfg(test)]
mod tests {
    use super::super::UsageValue;
    use super::*;

    fn record(serial: &str) -> UsageRecord {
        UsageRecord {
            begin_time: "20220809T080000Z".to_owned(),
            end_time: "20220809T090000Z".to_owned(),
            instance_id: "i".to_owned(),
            metering_sn: Some(serial.to_owned()),
            record_time: "20220809T091000Z".to_owned(),
            usage_value: UsageValue::Text("1.5".to_owned()),
            ..UsageRecord::default()
        }
    }

    fn found(records: Vec<UsageRecord>) -> Vec<Flaw> {
        let now = "2022-08-30T08:00:00Z".parse().unwrap();
        flaws(
            &UsagePush {
                usage_records: records,
            },
            true,
            now,
        )
    }

    #[test]
    fn right_records_have_no_flaw_up_to_twenty_one_days() {
        assert_eq!(found(vec![record("a"), record("b")]), []);
        assert_eq!(
            found((0..1000).map(|n| record(&n.to_string())).collect()),
            []
        );
    }

    #[test]
    fn each_flaw_is_told_with_its_record() {
        type Change = fn(&mut UsageRecord);
        let changes: [(Change, Flaw); 9] = [
            (
                |r| r.instance_id.clear(),
                Flaw::Missing {
                    record: 1,
                    member: "instance_id",
                },
            ),
            (
                |r| r.metering_sn = None,
                Flaw::Missing {
                    record: 1,
                    member: "metering_sn",
                },
            ),
            (
                |r| r.relate_pkg_instance = Some("p".repeat(65)),
                Flaw::TooLong {
                    record: 1,
                    member: "relate_pkg_instance",
                },
            ),
            (
                |r| r.end_time = "2022-08-09T09:00:00Z".to_owned(),
                Flaw::Time {
                    record: 1,
                    member: "end_time",
                },
            ),
            (
                |r| r.end_time = "20220809T075959Z".to_owned(),
                Flaw::Span(1),
            ),
            (
                |r| r.begin_time = "20220809T075959Z".to_owned(),
                Flaw::TooOld(1),
            ),
            (|r| r.metering_sn = Some("a".to_owned()), Flaw::Repeated(1)),
            (
                |r| r.usage_value = UsageValue::Number(0.into()),
                Flaw::Value {
                    record: 1,
                    flaw: ValueFlaw::NotPositive,
                },
            ),
            (
                |r| r.record_time.clear(),
                Flaw::Time {
                    record: 1,
                    member: "record_time",
                },
            ),
        ];
        for (change, flaw) in changes {
            let mut other = record("b");
            change(&mut other);
            assert_eq!(found(vec![record("a"), other]), [flaw]);
        }
    }

    #[test]
    fn use_of_a_time_to_come_is_told_beyond_an_hour() {
        let of = |begin: &str| {
            let (begin_time, end_time) = (begin.to_owned(), "20220830T200000Z".to_owned());
            found(vec![UsageRecord {
                begin_time,
                end_time,
                ..record("a")
            }])
        };
        assert_eq!(of("20220830T090000Z"), []);
        assert_eq!(of("20220830T090001Z"), [Flaw::Ahead(0)]);
    }

    #[test]
    fn more_than_a_thousand_records_are_too_many() {
        let records = (0..1001).map(|n| record(&n.to_string())).collect();
        assert_eq!(found(records), [Flaw::TooManyRecords(1001)]);
    }

    #[test]
    fn old_push_needs_a_product_and_no_serial() {
        let mut old = record("a");
        old.metering_sn = None;
        let now = "2022-08-10T08:00:00Z".parse().unwrap();
        let missing = Flaw::Missing {
            record: 0,
            member: "product_id",
        };
        let push = |record| UsagePush {
            usage_records: vec![record],
        };
        assert_eq!(flaws(&push(old.clone()), false, now), [missing]);
        old.product_id = Some("p".to_owned());
        assert_eq!(flaws(&push(old), false, now), []);
    }
}
