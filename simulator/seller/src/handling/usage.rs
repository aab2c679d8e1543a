//! What metered instances have used [v1 §5.7].

use galleria_protocol::time;
use galleria_protocol::v1::answer::UsageInfo;

use crate::call::Call;

/// One figure, taken now.
pub fn figures(call: &Call) -> Vec<UsageInfo> {
    figures_of(time::time_stamp(call.seller.now()))
}

/// One figure of the moment that `time` tells. This seller's customers have used 12.5 units each.
pub fn figures_of(time: String) -> Vec<UsageInfo> {
    vec![UsageInfo {
        usage_value: Some(12.5),
        statistical_time: Some(time),
        ..UsageInfo::default()
    }]
}
