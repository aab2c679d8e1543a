//! What the desk knows of the seller's instances, whose usage is pushed.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use galleria_protocol::time::parse_basic_time;
use galleria_protocol::v2::usage::{UsagePush, UsageRecord, UsageValue};

use super::call_back::Flaw;

/// The instances of a run, and the usage records that came.
#[derive(Debug, Default)]
pub(super) struct Instances {
    known: BTreeMap<String, Instance>,
    records: BTreeMap<String, UsageRecord>,
    /// What was told of known instances, and under which `metering_sn` first.
    told: BTreeMap<Use, String>,
}

/// What a record tells: instance, package, span and amount.
type Use = [String; 5];

/// An instance that the seller told.
#[derive(Debug)]
struct Instance {
    scenario: String,
    metered: bool,
    released: Option<DateTime<Utc>>,
}

impl Instances {
    /// Notes an instance of a scenario; `metered` tells whether its product is paid by use.
    pub(super) fn note(&mut self, scenario: &str, id: &str, metered: bool) {
        let fresh = || Instance {
            scenario: scenario.to_owned(),
            metered,
            released: None,
        };
        self.known.entry(id.to_owned()).or_insert_with(fresh);
    }

    /// Notes that an instance was released.
    pub(super) fn release(&mut self, id: &str, at: DateTime<Utc>) {
        if let Some(instance) = self.known.get_mut(id) {
            instance.released.get_or_insert(at);
        }
    }

    /// The scenario that the first known instance of a push belongs to.
    pub(super) fn scenario(&self, push: &UsagePush) -> Option<&str> {
        let mut ids = push.usage_records.iter().map(|record| &record.instance_id);
        let known = ids.find_map(|id| self.known.get(id))?;
        Some(&known.scenario)
    }

    /// What is wrong with the records beyond their form. The same record under the same
    /// `metering_sn` is a push made again, which may be.
    pub(super) fn flaws(&mut self, push: &UsagePush) -> Vec<Flaw> {
        let records = push.usage_records.iter().enumerate();
        let flaws = records.flat_map(|(number, record)| {
            let of_instance = self.instance(number, record);
            of_instance.into_iter().chain(self.serial(number, record))
        });
        let mut flaws: Vec<_> = flaws.collect();
        for (number, record) in push.usage_records.iter().enumerate() {
            flaws.extend(self.again(number, record));
            if let Some(serial) = serial(record) {
                let known = self.records.entry(serial.to_owned());
                known.or_insert_with(|| record.clone());
            }
        }
        flaws
    }

    fn instance(&self, record: usize, of: &UsageRecord) -> Option<Flaw> {
        let id = of.instance_id.clone();
        if id.is_empty() {
            return None;
        }
        let Some(instance) = self.known.get(&id) else {
            return Some(Flaw::UnknownInstance { record, id });
        };
        if !instance.metered {
            return Some(Flaw::NotMetered { record, id });
        }
        let begin = parse_basic_time(&of.begin_time)?;
        let released = instance.released.filter(|released| begin > *released)?;
        Some(Flaw::AfterRelease {
            record,
            id,
            released,
        })
    }

    /// Whether the same use was told under another `metering_sn`. What was used in no time is left out:
    /// whoever reads a meter twice in a second tells it.
    fn again(&mut self, record: usize, of: &UsageRecord) -> Option<Flaw> {
        let serial = serial(of)?;
        let spans = of.begin_time < of.end_time;
        if !spans || !self.known.contains_key(&of.instance_id) {
            return None;
        }
        let told = [
            of.instance_id.clone(),
            of.relate_pkg_instance.clone().unwrap_or_default(),
            of.begin_time.clone(),
            of.end_time.clone(),
            amount(&of.usage_value),
        ];
        let first = self.told.entry(told).or_insert_with(|| serial.to_owned());
        let id = of.instance_id.clone();
        (first.as_str() != serial).then_some(Flaw::ToldBefore { record, id })
    }

    fn serial(&self, record: usize, of: &UsageRecord) -> Option<Flaw> {
        let known = self.records.get(serial(of)?)?;
        // A record that is sent again may be stamped anew.
        let same = UsageRecord {
            record_time: of.record_time.clone(),
            ..known.clone()
        };
        (same != *of).then(|| Flaw::Serial {
            error: format!(
                "record {record} has the metering_sn of another record that came before"
            ),
        })
    }
}

/// The `metering_sn` of a record, where it has one.
fn serial(record: &UsageRecord) -> Option<&str> {
    let serial = record.metering_sn.as_deref();
    serial.filter(|serial| !serial.is_empty())
}

/// An amount as it was written.
fn amount(value: &UsageValue) -> String {
    match value {
        UsageValue::Number(number) => number.to_string(),
        UsageValue::Text(text) => text.clone(),
    }
}
