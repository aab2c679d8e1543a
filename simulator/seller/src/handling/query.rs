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
    let known = query
        .ids()
        .filter_map(|id| store.with_instance(id, asked_for));
    let live: Vec<_> = known
        .filter(|instance| !instance.condition.released)
        .collect();
    if live.is_empty() {
        return call.behaviour().unknown_instance(call);
    }
    let (pending, ready): (Vec<_>, Vec<_>) = live.into_iter().partition(|i| i.pending > 0);
    if ready.is_empty() && !pending.is_empty() {
        return call.behaviour().pending_query(call);
    }
    Ok(found(call, &ready))
}

/// The instance as it is asked for; each question brings one that is being made nearer to its end.
fn asked_for(instance: &mut Instance) -> Instance {
    let asked = instance.clone();
    instance.pending = instance.pending.saturating_sub(1);
    asked
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
    answer.encrypt_type = super::app::encrypt_type(call);
    answer.info = Some(info.collect());
    answer
}
