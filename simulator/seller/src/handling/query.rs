//! queryInstance: what the seller knows of up to a hundred instances [v1 §5.7].

use galleria_protocol::v1::answer::{Answer, InstanceInfo};
use galleria_protocol::v1::request::QueryInstance;

use crate::call::Call;
use crate::outcome::Handled;
use crate::store::Instance;

/// Answers for every instance that is known and not released, in the order asked; only where none
/// is known there is nothing to answer.
pub(super) fn query(call: &Call, query: &QueryInstance) -> Handled {
    let store = call.seller.store();
    let live: Vec<_> = query
        .ids()
        .filter_map(|id| store.find(id))
        .filter(|instance| !instance.condition.released)
        .collect();
    if live.is_empty() {
        return call.behaviour().unknown_instance(call);
    }
    Ok(found(call, &live))
}

/// What is told of `instances`.
pub(super) fn found(call: &Call, instances: &[Instance]) -> Answer {
    let behaviour = call.behaviour();
    let info = instances.iter().map(|instance| InstanceInfo {
        instance_id: Some(instance.id.clone()),
        app_info: behaviour.app_info(call, instance),
        usage_info: behaviour.usage(call, instance),
        ..InstanceInfo::default()
    });
    let mut answer = Answer::success();
    answer.encrypt_type = behaviour.cipher().told.map(str::to_owned);
    answer.info = Some(info.collect());
    answer
}
