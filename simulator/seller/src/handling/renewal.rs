//! refreshInstance: renewal, trial to formal, and the cancellation of a renewal [v1 §5.2].

use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v1::request::{RefreshInstance, Request};

use super::instance::on_live_instance;
use crate::call::Call;
use crate::outcome::Handled;

pub(super) fn renew(call: &Call, request: &Request, renewal: &RefreshInstance) -> Handled {
    on_live_instance(call, request, &renewal.instance_id, |instance| {
        if !instance.applied.insert(renewal.order_id.clone()) {
            return call.behaviour().repeated_renewal(call, instance);
        }
        // The new end is set, never added: it comes as a moment, not as a period.
        instance.expire_time = Some(renewal.expire_time.clone());
        // An expired instance that is renewed can be used again.
        instance.condition.expired = false;
        if renewal.trial_to_formal.is_some() {
            instance.trial = false;
        }
        if renewal.product_id.is_some() {
            instance.product_id.clone_from(&renewal.product_id);
        }
        Ok(Answer::success())
    })
}
