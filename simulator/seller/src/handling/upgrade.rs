//! upgrade: a higher specification or more of it, under the same instance id [v1 §5.5].

use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v1::request::{Request, Upgrade};

use super::instance::on_live_instance;
use crate::call::Call;
use crate::outcome::Handled;

pub(super) fn upgrade(call: &Call, request: &Request, upgrade: &Upgrade) -> Handled {
    on_live_instance(call, request, &upgrade.instance_id, |instance| {
        if !instance.applied.insert(upgrade.order_id.clone()) {
            return call.behaviour().repeated_upgrade(call, instance);
        }
        instance.sku_code = Some(upgrade.sku_code.clone());
        instance.product_id = Some(upgrade.product_id.clone());
        // The end stays where it was: an upgrade carries no expireTime.
        Ok(Answer::success())
    })
}
