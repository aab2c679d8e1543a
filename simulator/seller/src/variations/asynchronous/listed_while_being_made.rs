//! Lists V2 instances that are being made, without the way to them.
//!
//! Which code it is the pages do not say; the entry without appInfo says that it is not ready.

use galleria_protocol::Api;
use galleria_protocol::v1::answer::{Answer, InstanceInfo};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Handled;

/// Tells of what is not finished.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn queries_until_ready(&self, call: &Call) -> u32 {
        u32::from(call.api == Api::V2) * 2
    }

    fn pending_query(&self, call: &Call) -> Handled {
        let asked = call.params.get("instanceId").unwrap_or_default();
        let info = asked.split(',').map(|id| InstanceInfo {
            instance_id: Some(id.to_owned()),
            ..InstanceInfo::default()
        });
        let mut answer = Answer::success();
        answer.info = Some(info.collect());
        Ok(answer)
    }
}
