//! A seller that is killed and started again: at work on an order, or between two calls.

use std::time::Duration;

use galleria_marketplace::delivery::{Death, Moment};

use super::course::Fate;
use super::player::{Player, Skipped};
use super::sending::Manner;
use super::skip::Skip;
use crate::event::Stopped;
use crate::hand::HandError;
use crate::rehearsal::Happening;
use crate::scenario::Call;

/// No seller at work is given longer before it is killed.
const LONGEST_WORK: Duration = Duration::from_secs(2);

impl Player<'_> {
    /// Makes a call, has the seller killed at that point of it, and started again.
    pub(super) async fn crash(&mut self, number: u32, call: &Call, death: Death) -> Skipped {
        let stage = self.stage().map_err(|error| error.to_string())?;
        let draft = self.draft(call)?;
        let moment = self.moment(call, death);
        self.deliver(number, draft, Manner::fated(Fate::Dies(moment)))
            .await;
        if let Some(error) = self.course.state().not_killed.take() {
            return Err(self.hand_failed(&error));
        }
        let at = *self.now.get_or_insert(Duration::ZERO);
        if let Some(exchange) = self.play.exchanges.last().map(|call| call.id) {
            self.happen(number, at, Happening::Called { exchange });
        }
        let point = death.about().to_owned();
        self.happen(number, at, Happening::Killed { point });
        self.start_again(number, &stage).await
    }

    /// Kills the seller between two calls and starts it again.
    pub(super) async fn restart(&mut self, number: u32) -> Skipped {
        let stage = self.stage().map_err(|error| error.to_string())?;
        let down = self.course.take_down().await;
        down.map_err(|error| self.hand_failed(&error))?;
        let at = *self.now.get_or_insert(Duration::ZERO);
        let point = "between two calls".to_owned();
        self.happen(number, at, Happening::Killed { point });
        self.start_again(number, &stage).await?;
        self.sent.push(None);
        Ok(())
    }

    async fn start_again(&mut self, number: u32, stage: &crate::hand::Stage) -> Skipped {
        let up = self.bring_up(stage).await;
        up.map_err(|error| self.hand_failed(&error))?;
        // The connection that was kept is one to the dead.
        self.course.delivery.close();
        let at = self.now.unwrap_or_default();
        self.happen(number, at, Happening::Started);
        Ok(())
    }

    /// The moment of a death, drawn from the run's seed. A seller at work is killed within the time
    /// that it takes for such a call, and a little behind it.
    fn moment(&mut self, call: &Call, death: Death) -> Moment {
        let drawn = u32::from_str_radix(&self.market.mint().hex(6), 16).unwrap_or_default();
        let share = f64::from(drawn) / f64::from(1 << 24);
        let activity = self.play.profile.called(call.subject.activity);
        let longest = self.course.state().pace.longest(activity);
        let work = longest.unwrap_or_default().mul_f64(1.2).min(LONGEST_WORK);
        Moment {
            death,
            share,
            wait: work.mul_f64(share),
        }
    }

    /// Ends the run: without the one who takes the seller down and brings it up nothing more can be
    /// learned.
    pub(super) fn hand_failed(&self, error: &HandError) -> Skip {
        let reason = self.course.capture.scrub(error.to_string());
        let mut state = self.course.state();
        if state.stopped.is_none() {
            let reason = reason.clone();
            state.stopped = Some(Stopped::NotRestarted { reason });
        }
        reason.into()
    }

    /// Tells a rehearsal's timeline that the last call succeeded, where it did.
    pub(super) fn note_delivered(&self, number: u32, calls: u32) {
        let last = self.play.exchanges.last();
        let taken = last.is_some_and(|call| call.is_accepted() || call.is_pending());
        if let Some(at) = self.now.filter(|_| taken) {
            self.happen(number, at, Happening::Delivered { calls });
        }
    }

    /// Tells a rehearsal's timeline of a further call.
    pub(super) fn note_call(&self, number: u32) {
        let last = self.play.exchanges.last();
        if let (Some(at), Some(call)) = (self.now, last) {
            let exchange = call.id;
            self.happen(number, at, Happening::Called { exchange });
        }
    }
}
