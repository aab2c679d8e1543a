//! Writes the times of its usage records with hyphens and colons.
//!
//! They are what the language's own ISO formatter makes.

use galleria_protocol::time::parse_basic_time;
use galleria_protocol::v2::usage::UsageRecord;

use crate::Behaviour;
use crate::call::Call;

/// Formats another way.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage_record(&self, _call: &Call, record: UsageRecord) -> UsageRecord {
        let written = |text: &str| {
            let time = parse_basic_time(text).unwrap_or_default();
            time.format("%Y-%m-%dT%H:%M:%SZ").to_string()
        };
        UsageRecord {
            begin_time: written(&record.begin_time),
            end_time: written(&record.end_time),
            record_time: written(&record.record_time),
            ..record
        }
    }
}
