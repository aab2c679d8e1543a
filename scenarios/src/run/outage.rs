//! An order that meets an outage: the marketplace calls by its schedule until a call succeeds or the
//! time is over.

use std::time::Duration;

use galleria_marketplace::delivery::{Cut, Ended, Outage};
use galleria_marketplace::market::Draft;
use galleria_marketplace::transcript::{ExchangeId, Role};

use super::course::Fate;
use super::player::{Player, Skipped};
use super::sending::Manner;
use crate::hand::Stage;
use crate::rehearsal::{Happening, Schedule};
use crate::scenario::{OutageStep, Trouble};

/// Where connections are cut, call after call.
const CUTS: [Cut; 3] = [Cut::InHead, Cut::BeforeEnd, Cut::BeforeAnswer];

/// What is known of the order while it meets the outage.
struct Siege {
    number: u32,
    draft: Draft,
    step: OutageStep,
    /// The one who takes the seller down, where that is done for real.
    stage: Option<Stage>,
    /// The first call of which nobody knows what came.
    unknown: Option<ExchangeId>,
    calls: u32,
    began: bool,
    over: bool,
}

impl Siege {
    /// Whether the outage is on. One that nobody can foresee is on until the seller answers.
    fn is_on(&self, at: Duration) -> bool {
        match self.step.trouble {
            Trouble::Away { .. } => !self.over,
            Trouble::Made(_) | Trouble::Commands => at < self.step.lasts,
        }
    }

    /// What becomes of the next call.
    fn fate(&self) -> Fate {
        if !self.began || self.over {
            // A connection that was kept to a seller that was away leads nowhere.
            return match self.step.trouble {
                Trouble::Made(_) => Fate::Answered,
                Trouble::Commands | Trouble::Away { .. } => Fate::Fresh,
            };
        }
        match self.step.trouble {
            Trouble::Made(Outage::AnswerLost) => Fate::Lost,
            Trouble::Made(Outage::Cut) => Fate::Cut(CUTS[self.calls as usize % CUTS.len()]),
            Trouble::Made(kind) => Fate::Missed(kind),
            Trouble::Commands | Trouble::Away { .. } => Fate::Away,
        }
    }
}

impl Player<'_> {
    /// Makes the call of a step by the book's schedule while the outage lasts, and behind it.
    pub(super) async fn outage(&mut self, number: u32, step: &OutageStep) -> Skipped {
        self.await_what_it_needs(number, &step.call).await;
        let activity = step.call.subject.activity;
        let profile = &self.play.profile;
        let schedule = Schedule::of(profile, activity, step.window, step.every);
        let stage = match step.trouble {
            Trouble::Commands => Some(self.stage().map_err(|error| error.to_string())?),
            Trouble::Made(_) | Trouble::Away { .. } => None,
        };
        let mut siege = Siege {
            number,
            draft: self.draft(&step.call)?,
            step: step.clone(),
            stage,
            unknown: None,
            calls: 0,
            began: false,
            over: step.lasts.is_zero(),
        };
        let met = self.meet(&mut siege, &schedule).await;
        // Whatever came of it, a seller that was taken down is brought up again.
        let up = self.end_outage(&mut siege, schedule.window).await;
        met?;
        up
    }

    async fn meet(&mut self, siege: &mut Siege, schedule: &Schedule) -> Skipped {
        let mut before = Duration::ZERO;
        for at in schedule.moments() {
            if siege.calls > 0 {
                if self.course.stopped().is_some() {
                    return Ok(());
                }
                self.pass(siege, at.saturating_sub(before), schedule.window)
                    .await;
                siege.draft = self.renewed(&siege.draft);
            }
            before = at;
            self.now = Some(at);
            if siege.is_on(at) {
                self.begin_outage(siege).await?;
            } else {
                self.end_outage(siege, at).await?;
            }
            if self.attempt(siege, at).await {
                let calls = siege.calls;
                self.happen(siege.number, at, Happening::Delivered { calls });
                return Ok(());
            }
        }
        let (calls, then) = (siege.calls, schedule.then.clone());
        self.happen(
            siege.number,
            schedule.window,
            Happening::GivenUp { calls, then },
        );
        Ok(())
    }

    /// Lets the time between two calls pass: in no time, unless the seller is really away.
    async fn pass(&self, siege: &Siege, time: Duration, window: Duration) {
        if let Trouble::Away { within } = siege.step.trouble {
            let share = time.as_secs_f64() / window.as_secs_f64().max(1.0);
            let pause = within.mul_f64(share.clamp(0.0, 1.0));
            tokio::select! {
                () = self.course.clock.sleep(pause) => {}
                () = self.course.stop.requested() => {}
            }
        }
    }

    async fn begin_outage(&self, siege: &mut Siege) -> Skipped {
        if siege.began {
            return Ok(());
        }
        siege.began = true;
        if siege.stage.is_some() {
            let down = self.course.take_down().await;
            down.map_err(|error| self.hand_failed(&error))?;
        }
        let about = siege.step.trouble.about().to_owned();
        let began = Happening::OutageBegan { about };
        self.happen(siege.number, Duration::ZERO, began);
        Ok(())
    }

    async fn end_outage(&self, siege: &mut Siege, now: Duration) -> Skipped {
        if !siege.began || siege.over {
            return Ok(());
        }
        siege.over = true;
        if let Some(stage) = siege.stage.clone() {
            let up = self.bring_up(&stage).await;
            up.map_err(|error| self.hand_failed(&error))?;
        }
        let at = match siege.step.trouble {
            Trouble::Away { .. } => return Ok(()),
            Trouble::Made(_) | Trouble::Commands => siege.step.lasts,
        };
        // The run may have been stopped before the outage was over.
        if at <= now || siege.step.lasts > now {
            self.happen(siege.number, at, Happening::OutageEnded);
        }
        Ok(())
    }

    /// Makes one call of the schedule and tells whether it succeeded. A call that the seller puts off,
    /// because it is at work on the one before, is made again for a moment: between two calls of the
    /// schedule it would have had minutes.
    async fn attempt(&mut self, siege: &mut Siege, at: Duration) -> bool {
        self.one_call(siege, at).await;
        if self.is_put_off() && siege.over {
            self.until_taken(siege, at).await;
        }
        let Some(call) = self.play.exchanges.last() else {
            return false;
        };
        if matches!(siege.step.trouble, Trouble::Away { .. }) && call.ended == Ended::Answered {
            if siege.began && !siege.over {
                self.happen(siege.number, at, Happening::OutageEnded);
            }
            siege.over = true;
        }
        call.is_accepted() || call.is_pending()
    }

    async fn until_taken(&mut self, siege: &mut Siege, at: Duration) {
        if self.course.state().pace.puts_off() {
            return;
        }
        let limit = super::repeats::NEXT_RETRY
            .min(self.course.plan.answer_limit * super::repeats::LIMITS_WAITED);
        let (begun, mut pause) = (self.course.clock.elapsed(), super::repeats::FIRST_PAUSE);
        while self.is_put_off() && self.course.stopped().is_none() {
            let waited = self.course.clock.elapsed().saturating_sub(begun);
            let left = limit.saturating_sub(waited);
            if left.is_zero() {
                self.course.state().pace.put_off();
                return;
            }
            self.course.clock.sleep(pause.min(left)).await;
            pause *= 2;
            self.one_call(siege, at).await;
        }
    }

    async fn one_call(&mut self, siege: &mut Siege, at: Duration) {
        let fate = siege.fate();
        if siege.calls > 0 {
            self.sent.pop();
            siege.draft.state = self
                .market
                .purchase(&siege.draft.subject.purchase)
                .map(|held| held.state);
        }
        siege.calls += 1;
        let role = match siege.unknown {
            Some(of) => Role::Awaited { of },
            None => Role::Call,
        };
        let manner = Manner {
            attempt: siege.calls,
            fate,
            ..Manner::of(role)
        };
        self.deliver(siege.number, siege.draft.clone(), manner)
            .await;
        let Some(call) = self.play.exchanges.last() else {
            return;
        };
        if matches!(call.ended, Ended::Lost | Ended::Cut) {
            siege.unknown.get_or_insert(call.id);
        }
        let exchange = call.id;
        self.happen(siege.number, at, Happening::Called { exchange });
    }
}
