//! Calls of saved cases: their content as it was saved, again and again.

use galleria_marketplace::market::Draft;
use galleria_marketplace::mint::Mint;
use galleria_marketplace::transcript::Role;
use galleria_protocol::Params;

use super::player::{Player, Skipped};
use super::sending::Manner;
use crate::scenario::Call;

/// The parameter that differs in every call, where a case does not say it [v1 §5.1].
const BUSINESS_ID: &str = "businessId";

/// The call of a saved case.
pub(super) fn draft(call: &Call, content: &Params, mint: &mut Mint) -> Draft {
    let mut params = content.clone();
    if params.get(BUSINESS_ID) == Some("") {
        params.set(BUSINESS_ID, mint.business_id());
    }
    Draft {
        subject: call.subject.clone(),
        params,
        state: None,
    }
}

impl Player<'_> {
    /// Makes the call of an earlier step again, whatever came of it. It is a repeat of the first
    /// delivery that was accepted; where none was, it is one more first.
    pub(super) async fn replay(&mut self, number: u32, step: u32) -> Skipped {
        let at = step as usize - 1;
        let before = self.sent.get(at).cloned().flatten();
        let scenario = self.scenario;
        let call = scenario.steps.get(at).and_then(|first| first.verb.call());
        let draft = match (call, &before) {
            (Some(call), None) => self.draft(call)?,
            (Some(call), Some(_)) if call.exactly.is_some() => self.draft(call)?,
            (_, Some(first)) => self.renewed(&first.draft),
            (None, None) => return Err(format!("step {step} was not played").into()),
        };
        let accepted = before.as_ref().filter(|first| first.accepted);
        let role = accepted.map_or(Role::Call, |first| Role::Repeat { of: first.exchange });
        let known = accepted.is_some();
        let attempt = before.as_ref().map_or(0, |first| first.attempt) + 1;
        let manner = Manner {
            attempt,
            ..Manner::of(role)
        };
        self.deliver(number, draft, manner).await;
        let now = self.sent.last().cloned().flatten();
        if let (false, Some(now), Some(first)) = (known, now, self.sent.get_mut(at)) {
            *first = Some(now);
        }
        self.count_attempts(step, attempt);
        Ok(())
    }
}
