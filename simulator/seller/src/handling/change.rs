//! changeInstanceCheck: may an instance be changed at its renewal [v2 §4.7]?

use crate::call::Call;
use crate::outcome::Handled;

pub(super) fn check(call: &Call, id: &str) -> Handled {
    super::instance::on_instance(call, id, |instance| {
        let behaviour = call.behaviour();
        if instance.condition.released {
            return behaviour.released_instance(call);
        }
        behaviour.change_check(call, instance)
    })
}
