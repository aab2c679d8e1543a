//! Tells no usage in the answers to V1 queries.
//!
//! The debug step accepts an entry that has the id alone.

use galleria_protocol::Api;
use galleria_protocol::v1::answer::UsageInfo;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::usage;
use crate::store::Instance;

/// Answers ids alone.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn usage(&self, call: &Call, instance: &Instance) -> Option<Vec<UsageInfo>> {
        (call.api == Api::V2 && instance.metered).then(|| usage::figures(call))
    }
}
