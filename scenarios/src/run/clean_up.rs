//! Releasing what a scenario bought and did not release itself.

use galleria_marketplace::market::Held;
use galleria_marketplace::transcript::Role;
use galleria_protocol::v1::Activity;

use super::player::Player;
use super::sending::Manner;
use crate::event::Stopped;

impl Player<'_> {
    /// Releases every instance that came to light, in steps behind `step`.
    pub(super) async fn clean_up(&mut self, mut step: u32) {
        if self.course.plan.keep || self.is_over() {
            return;
        }
        for held in self.market.unreleased() {
            step += 1;
            self.until_ready(step, &held.purchase).await;
            self.begin_step(
                step,
                "clean-up",
                Some(Activity::ReleaseInstance),
                &self.note(&held),
            );
            let draft = self.market.release(&held);
            self.deliver(step, draft, Manner::of(Role::CleanUp)).await;
        }
    }

    /// Whether nobody is there to be called, or nothing more is to be done.
    pub(super) fn is_over(&self) -> bool {
        let gone = matches!(
            self.course.stopped(),
            Some(Stopped::SellerGone { .. } | Stopped::NotRestarted { .. })
        );
        gone || self.course.stop.is_urgent()
    }

    fn note(&self, held: &Held) -> String {
        let purchase = &held.purchase;
        let own = self
            .market
            .purchase(purchase)
            .and_then(|known| known.instance_id.as_ref());
        if own == Some(&held.instance) {
            format!("clean up: release purchase `{purchase}`")
        } else {
            format!("clean up: release a further instance of purchase `{purchase}`")
        }
    }
}
