//! getLicenseAsync: the user of an instance wants a licence [licence §2.6].

use galleria_protocol::v2::request::GetLicenseAsync;

use crate::call::Call;
use crate::handling::on_instance;
use crate::outcome::Handled;

/// Answers an application; the licence itself is uploaded.
pub(crate) fn apply(call: &Call, application: &GetLicenseAsync) -> Handled {
    on_instance(call, &application.instance_id, |instance| {
        let behaviour = call.behaviour();
        if instance.condition.released {
            return behaviour.released_instance(call);
        }
        let licences = behaviour.licences();
        match licences.objection(call, application, instance) {
            Some(refusal) => Err(refusal),
            None => licences.taken(call),
        }
    })
}
