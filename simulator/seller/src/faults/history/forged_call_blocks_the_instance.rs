//! Refuses the renewal of an instance for which a forged expiry came.
//!
//! Whoever guesses an instance id keeps its owner from renewing it.

use std::collections::BTreeSet;

use galleria_protocol::Activity;
use galleria_protocol::v1::answer::Answer;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::faults::notes::{Notes, declined};
use crate::outcome::Refusal;
use crate::store::Instance;

/// Blocks what strangers name.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<BTreeSet<String>>);

impl Behaviour for Behaves {
    fn refusal(&self, call: &Call, refusal: &Refusal) -> Answer {
        let forged = matches!(refusal, Refusal::Unauthenticated(_));
        let expiry = call.activity == Some(Activity::ExpireInstance);
        if let Some(id) = call.params.get("instanceId").filter(|_| forged && expiry) {
            self.0.open().insert(id.to_owned());
        }
        Answer::refusal(refusal.code(), refusal.to_string())
    }

    fn objection(
        &self,
        _call: &Call,
        request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let instance = instance.filter(|_| matches!(request, Request::RefreshInstance(_)))?;
        let blocked = self.0.open().contains(&instance.id);
        blocked.then(|| declined("the instance is blocked"))
    }
}
