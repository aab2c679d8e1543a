//! Pushes usage a month late.
//!
//! The job that settles accounts runs monthly, and its records go out with it.

use chrono::TimeDelta;
use galleria_protocol::time::{basic_time, parse_basic_time};
use galleria_protocol::v2::usage::UsageRecord;

use crate::Behaviour;
use crate::call::Call;

/// Is thirty days behind.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage_record(&self, _call: &Call, record: UsageRecord) -> UsageRecord {
        let earlier = |text: &str| {
            let time = parse_basic_time(text).unwrap_or_default();
            basic_time(time - TimeDelta::days(30))
        };
        UsageRecord {
            begin_time: earlier(&record.begin_time),
            end_time: earlier(&record.end_time),
            ..record
        }
    }
}
