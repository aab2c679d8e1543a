//! Pushes usage under the ids of its own database.
//!
//! The metering service knows the resource, not what the marketplace calls it.

use galleria_protocol::v2::usage::UsageRecord;

use crate::Behaviour;
use crate::call::Call;

/// Names what nobody was told.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage_record(&self, _call: &Call, record: UsageRecord) -> UsageRecord {
        let tail: String = record.instance_id.chars().rev().take(8).collect();
        UsageRecord {
            instance_id: format!("resource-{tail}"),
            ..record
        }
    }
}
