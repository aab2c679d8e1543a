//! Pushes usage of zero.
//!
//! The job writes a record an hour for every instance, used or not.

use galleria_protocol::v2::usage::{UsageRecord, UsageValue};

use crate::Behaviour;
use crate::call::Call;

/// Tells nothing was used.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage_record(&self, _call: &Call, record: UsageRecord) -> UsageRecord {
        UsageRecord {
            usage_value: UsageValue::Number(0.into()),
            ..record
        }
    }
}
