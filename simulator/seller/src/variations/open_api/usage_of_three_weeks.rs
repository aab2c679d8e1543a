//! Pushes usage that began nearly three weeks ago.
//!
//! Records may begin up to 21 days ago [v2 §7.2].

use chrono::TimeDelta;
use galleria_protocol::time::{basic_time, parse_basic_time};
use galleria_protocol::v2::usage::UsageRecord;

use crate::Behaviour;
use crate::call::Call;

/// Is twenty days behind.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage_record(&self, _call: &Call, record: UsageRecord) -> UsageRecord {
        let earlier = |text: &str| {
            let time = parse_basic_time(text).unwrap_or_default();
            basic_time(time - TimeDelta::days(20))
        };
        UsageRecord {
            begin_time: earlier(&record.begin_time),
            end_time: earlier(&record.end_time),
            ..record
        }
    }
}
