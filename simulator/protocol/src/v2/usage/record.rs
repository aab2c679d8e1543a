//! The records and their envelope.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::UsageValue;

/// The body of a push.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsagePush {
    /// The records, [a thousand](super::MOST_RECORDS) at the most.
    pub usage_records: Vec<UsageRecord>,
}

/// A record: what an instance used in a span of time. Its members stand in natural order, as the
/// page wants them to be signed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsageRecord {
    /// When the span begins, `yyyyMMdd'T'HHmmss'Z'` in UTC.
    pub begin_time: String,
    /// When the span ends, in the same form.
    pub end_time: String,
    /// The pay-per-use instance.
    pub instance_id: String,
    /// The seller's id of this record, never used twice: the new push alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metering_sn: Option<String>,
    /// The product: the old push alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_id: Option<String>,
    /// When the record was made, in the same form.
    pub record_time: String,
    /// The package's instance, where use beyond a package stops.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relate_pkg_instance: Option<String>,
    /// How much was used.
    pub usage_value: UsageValue,
    /// Members that no page that was read defines.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// The answer to a push.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushAnswer {
    /// One of [`open_api::NEW_USAGE_PUSH`](crate::v2::open_api::NEW_USAGE_PUSH) or
    /// [`open_api::OLD_USAGE_PUSH`](crate::v2::open_api::OLD_USAGE_PUSH).
    pub error_code: String,
    /// Text for people.
    pub error_msg: String,
    /// Members that no page that was read defines, such as the list of abnormal records.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documented_push_is_read_and_written_back_in_natural_order() {
        let body = r#"{"usage_records":[{"begin_time":"20220809T080000Z","end_time":"20220809T090000Z","instance_id":"i","metering_sn":"m","record_time":"20220809T091000Z","usage_value":99}]}"#;
        let push: UsagePush = serde_json::from_str(body).unwrap();
        assert_eq!(serde_json::to_string(&push).unwrap(), body);
        let sorted = crate::signed_call::sorted_throughout(body.as_bytes());
        assert_eq!(sorted.as_deref(), Some(body));
    }

    #[test]
    fn old_push_has_a_product() {
        let body = r#"{"usage_records":[{"begin_time":"b","end_time":"e","instance_id":"i","product_id":"p","record_time":"r","usage_value":"0.5"}]}"#;
        let push: UsagePush = serde_json::from_str(body).unwrap();
        assert_eq!(push.usage_records[0].product_id.as_deref(), Some("p"));
        assert_eq!(serde_json::to_string(&push).unwrap(), body);
    }

    #[test]
    fn answer_is_read_and_written_back() {
        let body = r#"{"error_code":"MKT.0000","error_msg":"success","new":[]}"#;
        let answer: PushAnswer = serde_json::from_str(body).unwrap();
        assert_eq!(serde_json::to_string(&answer).unwrap(), body);
    }
}
