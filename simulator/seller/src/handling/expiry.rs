//! expireInstance: the paid time is over, the instance is frozen, nothing is deleted [v1 §5.3].

use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v1::request::{ExpireInstance, Request};

use super::instance::on_instance;
use crate::call::Call;
use crate::outcome::Handled;

pub(super) fn expire(call: &Call, request: &Request, expiry: &ExpireInstance) -> Handled {
    on_instance(call, &expiry.instance_id, |instance| {
        let behaviour = call.behaviour();
        // A released instance is as unusable as an expired one: a late repeat has nothing to do.
        if instance.condition.expired || instance.condition.released {
            return behaviour.repeated_expiry(call, instance);
        }
        if let Some(refusal) = behaviour.objection(call, request, Some(instance)) {
            return Err(refusal);
        }
        instance.condition.expired = true;
        Ok(Answer::success())
    })
}
