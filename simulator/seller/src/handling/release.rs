//! releaseInstance: the resource is deleted, after expiry or because the customer left [v1 §5.4].

use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v1::request::{ReleaseInstance, Request};

use super::instance::on_instance;
use crate::call::Call;
use crate::outcome::Handled;

pub(super) fn release(call: &Call, request: &Request, release: &ReleaseInstance) -> Handled {
    on_instance(call, &release.instance_id, |instance| {
        let behaviour = call.behaviour();
        if instance.condition.released {
            return behaviour.repeated_release(call, instance);
        }
        if let Some(refusal) = behaviour.objection(call, request, Some(instance)) {
            return Err(refusal);
        }
        // The record stays: without it a repeated release would meet an unknown instance.
        instance.condition.released = true;
        Ok(Answer::success())
    })
}
