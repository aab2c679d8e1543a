//! Waits for instances that the seller makes behind its answer [v2 §4.1, §4.2].

use std::time::Duration;

use galleria_marketplace::transcript::Role;

use galleria_protocol::Activity;

use super::player::Player;
use super::sending::Manner;
use crate::scenario::Call;

/// The pause before the first question; each further one is twice as long, up to [`LONGEST`].
const FIRST: Duration = Duration::from_millis(100);
/// So long an instance is waited for where another one never came in the whole time, which is a finding
/// already: the run need not wait minutes for each.
const BRIEFLY: Duration = Duration::from_secs(10);
/// The longest pause between two questions.
const LONGEST: Duration = Duration::from_secs(5);

impl Player<'_> {
    /// Waits for the instance that a call is about, as the platform does before it goes on.
    pub(super) async fn await_what_it_needs(&mut self, step: u32, call: &Call) {
        let subject = &call.subject;
        if !subject.test && subject.activity != Activity::NewInstance {
            self.until_ready(step, &subject.purchase).await;
        }
    }

    /// Asks for the instance of a purchase until it is made, as the platform does behind every
    /// purchase that was answered with 000004. Gives up after the plan's time, and sooner where an instance
    /// never came before.
    pub(super) async fn until_ready(&mut self, step: u32, purchase: &str) {
        // Where nothing can be asked, nobody learns when the instance is made [licence §2.2].
        if self.course.plan.calls(Activity::QueryInstance).is_none() {
            return;
        }
        let clock = self.course.clock.clone();
        let (begun, mut pause) = (clock.elapsed(), FIRST);
        let mut limit = self.course.plan.ready_within;
        if self.course.state().never_ready {
            limit = limit.min(BRIEFLY);
        }
        while self.market.is_pending(purchase) {
            let waited = clock.elapsed().saturating_sub(begun);
            if self.course.stopped().is_some() {
                self.play.waiting_cut_short = true;
                return;
            }
            if waited >= limit {
                self.course.state().never_ready = true;
                return;
            }
            clock.sleep(pause).await;
            pause = (2 * pause).min(LONGEST);
            let Some(draft) = self.market.question(purchase) else {
                return;
            };
            self.deliver(step, draft, Manner::of(Role::Poll)).await;
            self.sent.pop();
        }
    }
}
