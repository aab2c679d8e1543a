//! Tells usage as a number of four decimals.
//!
//! The international page has a number, the Chinese one a text [v2 §7.2].

use galleria_protocol::v2::usage::{UsageRecord, UsageValue};
use serde_json::Number;

use crate::Behaviour;
use crate::call::Call;

/// Leaves the quotes out.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage_record(&self, _call: &Call, record: UsageRecord) -> UsageRecord {
        let value = Number::from_f64(0.1234).map(UsageValue::Number);
        UsageRecord {
            usage_value: value.unwrap_or_default(),
            ..record
        }
    }
}
