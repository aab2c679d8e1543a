//! Releases an instance before it has looked at the signature or the token.
//!
//! The handler does the work, and the filter that runs behind it puts its error over
//! the answer.

use galleria_protocol::Activity;
use galleria_protocol::v1::answer::Answer;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::reading::Unauthentic;

/// Refuses what it has done already.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn refusal(&self, call: &Call, refusal: &Refusal) -> Answer {
        let forged = matches!(
            refusal,
            Refusal::Unauthenticated(Unauthentic::Signature | Unauthentic::Token(_))
        );
        if forged && call.is_real(Activity::ReleaseInstance) {
            let id = call.params.get("instanceId").unwrap_or_default();
            let store = call.seller.store();
            store.with_instance(id, |instance| instance.condition.released = true);
        }
        Answer::refusal(refusal.code(), refusal.to_string())
    }
}
