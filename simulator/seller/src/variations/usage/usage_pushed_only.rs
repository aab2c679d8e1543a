//! Tells no usage in the answers to V2 queries.
//!
//! It pushes its figures. The international page's answer has no usage at all.

use galleria_protocol::Api;
use galleria_protocol::v1::answer::UsageInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::usage;
use crate::store::Instance;

/// Leaves the figures out.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage(&self, call: &Call, instance: &Instance) -> Option<Vec<UsageInfo>> {
        (call.api == Api::V1 && instance.metered).then(|| usage::figures(call))
    }
}
