//! Goes on to push usage of released instances.
//!
//! The release deletes the resource, but nobody stops its meter, which runs on by the hour.

use chrono::{DateTime, TimeDelta, Utc};
use galleria_protocol::Activity;
use galleria_protocol::time::{basic_time, parse_basic_time};
use galleria_protocol::v2::usage::UsageRecord;

use crate::Behaviour;
use crate::call::Call;
use crate::store::Instance;

/// Reads the meter of what is gone.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_meter_read(&self, call: &Call, _instance: &Instance) -> bool {
        let read = [Activity::QueryInstance, Activity::ReleaseInstance];
        call.activity
            .is_some_and(|activity| read.contains(&activity))
    }

    fn usage_record(&self, call: &Call, record: UsageRecord) -> UsageRecord {
        let store = call.seller.store();
        let instance = store.find(&record.instance_id);
        if !instance.is_some_and(|instance| instance.condition.released) {
            return record;
        }
        let begin = next_hour(parse_basic_time(&record.end_time).unwrap_or_default());
        UsageRecord {
            begin_time: basic_time(begin),
            end_time: basic_time(begin + TimeDelta::hours(1)),
            ..record
        }
    }
}

fn next_hour(time: DateTime<Utc>) -> DateTime<Utc> {
    let past = time.timestamp().rem_euclid(3600);
    time + TimeDelta::seconds(3600 - past)
}
