//! Tells the time of a usage figure in China's time.
//!
//! `new SimpleDateFormat(...)` without a zone: the figure is of a moment that has not come yet.

use chrono::TimeDelta;
use galleria_protocol::time;
use galleria_protocol::v1::answer::UsageInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::usage;
use crate::store::Instance;

/// Is eight hours ahead.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage(&self, call: &Call, instance: &Instance) -> Option<Vec<UsageInfo>> {
        let local = time::time_stamp(call.seller.now() + TimeDelta::hours(8));
        instance.metered.then(|| usage::figures_of(local))
    }
}
