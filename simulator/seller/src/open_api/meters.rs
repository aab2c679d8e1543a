//! The meters of the instances that are paid by use.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use galleria_protocol::v2::usage::UsageRecord;

/// When each meter was last read, and the records that the marketplace has not taken yet.
#[derive(Debug, Default)]
pub struct Meters(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    read: BTreeMap<String, DateTime<Utc>>,
    due: Vec<UsageRecord>,
}

impl Meters {
    /// Starts the meter of an instance, unless it runs already.
    pub fn start(&self, instance: &str, at: DateTime<Utc>) {
        self.state().read.entry(instance.to_owned()).or_insert(at);
    }

    /// Reads a meter at `at`, and tells when it was read before; `None` for an instance without one.
    /// Look-up and note are one step, so that no span is told twice.
    pub fn read(&self, instance: &str, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let mut state = self.state();
        let last = state.read.get_mut(instance)?;
        Some(std::mem::replace(last, at))
    }

    /// Adds records to those that are due, and hands all of them out.
    pub fn take(&self, records: Vec<UsageRecord>) -> Vec<UsageRecord> {
        let mut state = self.state();
        state.due.extend(records);
        std::mem::take(&mut state.due)
    }

    /// Puts records back that could not be pushed: they go out with the next push, under the same
    /// `metering_sn`.
    pub fn put_back(&self, mut records: Vec<UsageRecord>) {
        let mut state = self.state();
        records.append(&mut state.due);
        state.due = records;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_follow_each_other() {
        let (meters, start) = (Meters::default(), DateTime::UNIX_EPOCH);
        let later = start + chrono::TimeDelta::hours(1);
        assert_eq!(meters.read("i", later), None);
        meters.start("i", start);
        meters.start("i", later);
        assert_eq!(meters.read("i", later), Some(start));
        assert_eq!(meters.read("i", later), Some(later));
    }

    #[test]
    fn what_was_not_taken_goes_first_next_time() {
        let record = |id: &str| UsageRecord {
            metering_sn: Some(id.to_owned()),
            ..UsageRecord::default()
        };
        let meters = Meters::default();
        let failed = meters.take(vec![record("a")]);
        meters.put_back(failed);
        assert_eq!(meters.take(vec![record("b")]), [record("a"), record("b")]);
        assert_eq!(meters.take(Vec::new()), []);
    }
}
