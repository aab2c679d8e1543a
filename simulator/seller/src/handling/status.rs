//! instanceStatus: the marketplace freezes an instance, or lifts the freeze [v1 §5.6].

use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v1::request::{InstanceStatus, Request, Status};

use super::instance::on_live_instance;
use crate::call::Call;
use crate::outcome::Handled;

pub(super) fn set(call: &Call, request: &Request, status: &InstanceStatus) -> Handled {
    let frozen = status.instance_status == Status::Freeze;
    on_live_instance(call, request, &status.instance_id, |instance| {
        if instance.condition.frozen == frozen {
            return call.behaviour().repeated_status(call, instance);
        }
        instance.condition.frozen = frozen;
        Ok(Answer::success())
    })
}
