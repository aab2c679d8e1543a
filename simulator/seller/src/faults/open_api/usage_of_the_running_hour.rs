//! Pushes the running hour whenever the meter is read, each time under a new `metering_sn`.
//!
//! The job takes the hour from the clock, and does not remember that it has told it.

use chrono::TimeDelta;
use galleria_protocol::time::{basic_time, parse_basic_time};
use galleria_protocol::v2::usage::UsageRecord;

use crate::Behaviour;
use crate::call::Call;

/// Tells whole hours.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage_record(&self, _call: &Call, record: UsageRecord) -> UsageRecord {
        let read = parse_basic_time(&record.end_time).unwrap_or_default();
        let begin = read - TimeDelta::seconds(read.timestamp().rem_euclid(3600));
        UsageRecord {
            begin_time: basic_time(begin),
            end_time: basic_time(begin + TimeDelta::hours(1)),
            ..record
        }
    }
}
