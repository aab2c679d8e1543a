//! What all scenes about an existing instance have in common.

use galleria_protocol::v1::request::Request;

use crate::call::Call;
use crate::outcome::Handled;
use crate::store::Instance;

/// Does `work` on the instance `id`, which must exist and must not be released.
///
/// The store is locked meanwhile: two deliveries of one order cannot both find it new.
pub(super) fn on_live_instance(
    call: &Call,
    request: &Request,
    id: &str,
    work: impl FnOnce(&mut Instance) -> Handled,
) -> Handled {
    on_instance(call, id, |instance| {
        if instance.condition.released {
            return call.behaviour().released_instance(call);
        }
        match call.behaviour().objection(call, request, Some(instance)) {
            Some(refusal) => Err(refusal),
            None => work(instance),
        }
    })
}

/// Does `work` on the instance `id`, released or not.
pub(crate) fn on_instance(
    call: &Call,
    id: &str,
    work: impl FnOnce(&mut Instance) -> Handled,
) -> Handled {
    let found = call.seller.store().with_instance(id, work);
    found.unwrap_or_else(|| call.behaviour().unknown_instance(call))
}
