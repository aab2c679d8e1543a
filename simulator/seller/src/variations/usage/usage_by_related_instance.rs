//! Tells a figure for each instance that a package belongs to, with the page that shows it.
//!
//! A package is used up by several instances; the platform shows them apart.

use galleria_protocol::time;
use galleria_protocol::v1::answer::UsageInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::store::Instance;

/// Counts by the instance that used it.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage(&self, call: &Call, instance: &Instance) -> Option<Vec<UsageInfo>> {
        let figure = |number: u32| UsageInfo {
            related_instance_id: Some(format!("related-{number}-{}", "0".repeat(54))),
            usage_value: Some(f64::from(number) / 8.0),
            statistical_time: Some(time::time_stamp(call.seller.now())),
            dashboard_url: Some(format!("{}/usage/{number}", call.seller.site())),
            ..UsageInfo::default()
        };
        instance.metered.then(|| (1..=2).map(figure).collect())
    }
}
