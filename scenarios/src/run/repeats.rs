//! The same order again: once, several times at the same moment, or until it is no longer put off.

use std::time::Duration;

use chrono::TimeDelta;
use galleria_marketplace::delivery::Ended;
use galleria_marketplace::market::{Dating, Draft};
use galleria_marketplace::transcript::{Exchange, ExchangeId, Role};
use galleria_protocol::{Api, code};

use super::player::{Player, Skipped};
use super::sending::{Manner, Sent};
use crate::rule::{is_isolated, names};

/// The shortest interval in which the platform is said to repeat a failed order [v1 §5.1].
pub(super) const NEXT_RETRY: Duration = Duration::from_mins(3);
/// A run whose calls may take less than the platform's time waits less for a seller, too.
pub(super) const LIMITS_WAITED: u32 = 9;
/// The first pause before a call that was put off is made again; each is twice the one before.
pub(super) const FIRST_PAUSE: Duration = Duration::from_millis(100);

impl Player<'_> {
    /// Makes the call of an earlier step again.
    pub(super) async fn resend(&mut self, number: u32, step: u32) -> Skipped {
        let first = self.earlier(step)?;
        let role = Role::Repeat { of: first.exchange };
        let attempt = self.again(number, &first, first.attempt, role).await;
        self.count_attempts(step, attempt);
        Ok(())
    }

    /// Makes the call of an earlier step again several times at the same moment.
    pub(super) async fn burst_again(&mut self, number: u32, step: u32, times: u32) -> Skipped {
        let first = self.earlier(step)?;
        let draft = self.renewed(&first.draft);
        self.burst(number, &draft, times, Some(&first)).await?;
        self.count_attempts(step, first.attempt + times);
        Ok(())
    }

    /// Makes a call several times at the same moment; `before` is an earlier delivery of it.
    pub(super) async fn burst(
        &mut self,
        number: u32,
        draft: &Draft,
        times: u32,
        before: Option<&Sent>,
    ) -> Skipped {
        let (activity, limit) = (
            self.play.profile.called(draft.subject.activity),
            self.course.plan.answer_limit,
        );
        let most = self.course.state().pace.most(activity, times, limit)?;
        let of = before.map(|sent| sent.exchange);
        let attempts = before.map_or(0, |sent| sent.attempt);
        let mut drafts = vec![draft.clone()];
        drafts.extend((1..most).map(|_| self.renewed(draft)));
        let mut sendings = Vec::new();
        let begun = self.market.date();
        for (nth, draft) in (1..).zip(&drafts) {
            let manner = Manner {
                attempt: attempts + nth,
                dating: Some(self.later_than(&begun, nth, draft)),
                ..Manner::of(Role::AtOnce { of })
            };
            sendings.push(self.sending(number, draft, manner));
        }
        let dating = sendings.first().map(|one| one.dating.clone());
        let exchanges = self.course.call_at_once(sendings).await;
        for (draft, exchange) in drafts.iter().zip(&exchanges) {
            self.settle(draft, exchange, None);
        }
        self.note_burst(draft, attempts + most, dating, &exchanges);
        self.rest(most, &exchanges).await;
        self.play.exchanges.extend(exchanges);
        self.note_call_backs();
        if most < times {
            self.leave_out(
                number,
                format!(
                    "{most} of {times} calls were made: more could run out of time where the seller serves one behind the other"
                ),
            );
        }
        Ok(())
    }

    /// Makes the call of an earlier step again until the seller no longer puts it off, for as long
    /// as the platform waits with its next retry.
    pub(super) async fn wait_for(&mut self, number: u32, step: u32) -> Skipped {
        if self.course.state().pace.puts_off() {
            return Err(
                "the seller has put an order off for longer than the platform waits".into(),
            );
        }
        let first = self.earlier(step)?;
        let role = Role::Awaited { of: first.exchange };
        let limit = NEXT_RETRY.min(self.course.plan.answer_limit * LIMITS_WAITED);
        let (begun, mut pause) = (self.course.clock.elapsed(), FIRST_PAUSE);
        let mut attempt = first.attempt;
        loop {
            if attempt > first.attempt {
                self.sent.pop();
            }
            attempt = self.again(number, &first, attempt, role.clone()).await;
            if !self.is_put_off() || self.course.stopped().is_some() {
                break;
            }
            let waited = self.course.clock.elapsed().saturating_sub(begun);
            let left = limit.saturating_sub(waited);
            if left.is_zero() {
                self.course.state().pace.put_off();
                break;
            }
            self.course.clock.sleep(pause.min(left)).await;
            pause *= 2;
        }
        self.note_delivered(number, attempt);
        self.count_attempts(step, attempt);
        Ok(())
    }

    /// Whether the last call was refused in a way that may pass, at a seller that takes orders and
    /// repeats of them.
    pub(super) fn is_put_off(&self) -> bool {
        let may_pass = [code::PROCESSING, code::INTERNAL_ERROR, code::PRODUCT_ERROR];
        let calls = &self.play.exchanges;
        let Some(last) = calls.last() else {
            return false;
        };
        let put_off = last
            .refusal_code()
            .is_some_and(|code| may_pass.contains(&code));
        if !put_off {
            return false;
        }
        let alike = |call: &&Exchange| {
            call.intent.activity == last.intent.activity && !call.intent.test && !is_isolated(call)
        };
        // Whoever stumbles over a parameter takes other orders, and never this one.
        let sent = names(&last.request);
        let is_such = |call: &Exchange| call.is_taken() && names(&call.request).is_superset(&sent);
        let refused_again = |call: &Exchange| {
            matches!(call.intent.role, Role::Repeat { .. }) && call.refusal_code().is_some()
        };
        calls.iter().filter(alike).any(is_such) && !calls.iter().filter(alike).any(refused_again)
    }

    /// The delivery of an earlier step, where making it again says anything.
    fn earlier(&self, step: u32) -> Result<Sent, String> {
        let sent = self.sent.get(step as usize - 1).cloned().flatten();
        let sent = sent.ok_or_else(|| format!("step {step}, which it repeats, was not played"))?;
        if sent.repeatable {
            Ok(sent)
        } else {
            Err(format!("step {step}, which it repeats, was not accepted"))
        }
    }

    /// Makes a call again and tells which delivery of its order that was.
    async fn again(&mut self, number: u32, first: &Sent, attempts: u32, role: Role) -> u32 {
        let mut draft = self.renewed(&first.draft);
        draft.state = self
            .market
            .purchase(&draft.subject.purchase)
            .map(|held| held.state);
        let attempt = attempts + 1;
        let manner = Manner {
            attempt,
            dating: Some(self.later_than(&first.dating, attempts, &draft)),
            ..Manner::of(role)
        };
        self.deliver(number, draft, manner).await;
        self.note_call(number);
        attempt
    }

    /// The date of a repeat. Two calls of V1 in the same millisecond would have the same token where
    /// nothing else in them differs, which the platform's never have.
    fn later_than(&mut self, first: &Dating, attempts: u32, draft: &Draft) -> Dating {
        let mut dating = self.market.date();
        if self.market.api() == Api::V1 && !draft.params.contains("businessId") {
            let earliest = first.time + TimeDelta::milliseconds(attempts.into());
            dating.time = dating.time.max(earliest);
        }
        dating
    }

    /// The call as the platform retries it: with another business id.
    pub(super) fn renewed(&mut self, draft: &Draft) -> Draft {
        let mut draft = draft.clone();
        if draft.params.contains("businessId") {
            draft
                .params
                .set("businessId", self.market.mint().business_id());
        }
        draft
    }

    pub(super) fn count_attempts(&mut self, step: u32, attempts: u32) {
        if let Some(Some(first)) = self.sent.get_mut(step as usize - 1) {
            first.attempt = attempts;
        }
    }

    /// Notes a burst for later steps: its first call that was accepted stands for it.
    fn note_burst(
        &mut self,
        draft: &Draft,
        attempt: u32,
        dating: Option<Dating>,
        calls: &[Exchange],
    ) {
        let accepted = calls.iter().find(|call| call.is_taken());
        let stands: ExchangeId = accepted
            .or(calls.first())
            .map(|call| call.id)
            .unwrap_or_default();
        let Some(dating) = dating else {
            self.sent.push(None);
            return;
        };
        self.sent.push(Some(Sent {
            draft: draft.clone(),
            exchange: stands,
            attempt,
            dating,
            repeatable: true,
            accepted: accepted.is_some(),
        }));
    }

    /// Gives a seller that did not answer all of so many calls the time to come through with them.
    async fn rest(&self, most: u32, calls: &[Exchange]) {
        let unanswered =
            |call: &Exchange| !matches!(call.ended, Ended::Answered | Ended::Interrupted);
        if calls.iter().any(unanswered) {
            self.course.state().pace.overrun(most);
            self.course.clock.sleep(self.course.plan.answer_limit).await;
        }
    }
}
