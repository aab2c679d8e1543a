//! Pushes what an instance used once a day, of a span that ends with the day.
//!
//! A day's figure is told as of the day's end; when a span may end, no page tells.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use chrono::TimeDelta;
use galleria_protocol::time::{basic_time, parse_basic_time};
use galleria_protocol::v2::usage::UsageRecord;

use crate::Behaviour;
use crate::call::Call;
use crate::open_api::reads_meters;
use crate::store::Instance;

/// Lets every span end at midnight; remembers of which instances today's use was told.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Mutex<BTreeSet<String>>);

impl Behaviour for Behaves {
    fn is_meter_read(&self, call: &Call, instance: &Instance) -> bool {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        reads_meters(call, instance) && told.insert(instance.id.clone())
    }

    fn usage_record(&self, _call: &Call, record: UsageRecord) -> UsageRecord {
        let end = parse_basic_time(&record.end_time).unwrap_or_default();
        let midnight = 86_400 - end.timestamp().rem_euclid(86_400);
        UsageRecord {
            end_time: basic_time(end + TimeDelta::seconds(midnight)),
            ..record
        }
    }
}
