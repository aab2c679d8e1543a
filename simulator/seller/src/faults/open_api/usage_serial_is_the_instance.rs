//! Uses the instance's id as the `metering_sn` of its usage records.
//!
//! It was read as the number of the meter, not of the record.

use galleria_protocol::v2::usage::UsageRecord;

use crate::Behaviour;
use crate::call::Call;

/// Numbers every record alike.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage_record(&self, call: &Call, record: UsageRecord) -> UsageRecord {
        let value = format!("{}.5", call.number);
        UsageRecord {
            metering_sn: Some(record.instance_id.clone()),
            usage_value: galleria_protocol::v2::usage::UsageValue::Text(value),
            ..record
        }
    }
}
