//! Tells usage to four decimals.
//!
//! So many does the table allow.

use galleria_protocol::time;
use galleria_protocol::v1::answer::UsageInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::store::Instance;

/// Counts exactly.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage(&self, call: &Call, instance: &Instance) -> Option<Vec<UsageInfo>> {
        instance.metered.then(|| {
            vec![UsageInfo {
                usage_value: Some(1234.5678),
                statistical_time: Some(time::time_stamp(call.seller.now())),
                ..UsageInfo::default()
            }]
        })
    }
}
