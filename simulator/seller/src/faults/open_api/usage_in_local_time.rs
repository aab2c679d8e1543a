//! Pushes usage with the time of China, as if it were UTC.
//!
//! The times are formatted in the server's zone, and the Z is part of the pattern.

use chrono::TimeDelta;
use galleria_protocol::time::{basic_time, parse_basic_time};
use galleria_protocol::v2::usage::UsageRecord;

use crate::Behaviour;
use crate::call::Call;

/// Is eight hours ahead.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage_record(&self, _call: &Call, record: UsageRecord) -> UsageRecord {
        let local = |text: &str| {
            let time = parse_basic_time(text).unwrap_or_default();
            basic_time(time + TimeDelta::hours(8))
        };
        UsageRecord {
            begin_time: local(&record.begin_time),
            end_time: local(&record.end_time),
            record_time: local(&record.record_time),
            ..record
        }
    }
}
