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
        let begin = parse_basic_time(&record.begin_time).unwrap_or_default();
        UsageRecord {
            begin_time: basic_time(begin - TimeDelta::days(20)),
            ..record
        }
    }
}
