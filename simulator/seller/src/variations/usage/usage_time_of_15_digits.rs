//! Tells the time of a figure with one digit behind the second.
//!
//! The pages' own example of such a time has 15 digits.

use galleria_protocol::time;
use galleria_protocol::v1::answer::UsageInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::usage;
use crate::store::Instance;

/// Counts tenths of a second.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage(&self, call: &Call, instance: &Instance) -> Option<Vec<UsageInfo>> {
        let tenths = time::time_stamp(call.seller.now())[..15].to_owned();
        instance.metered.then(|| usage::figures_of(tenths))
    }
}
