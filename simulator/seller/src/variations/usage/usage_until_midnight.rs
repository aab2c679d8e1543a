//! Tells usage as of the end of the day that is under way.
//!
//! Its figures are kept by the day, and a day's figure carries the moment at which the day ends.

use galleria_protocol::time;
use galleria_protocol::v1::answer::UsageInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::usage;
use crate::store::Instance;

/// Keeps one figure a day.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage(&self, call: &Call, instance: &Instance) -> Option<Vec<UsageInfo>> {
        let today = &time::time_stamp(call.seller.now())[..8];
        let end = format!("{today}235959999");
        instance.metered.then(|| usage::figures_of(end))
    }
}
