//! Plays one scenario: step by step, then counts the effects and releases what it bought, then lets
//! the rules look.

use std::sync::Arc;

use galleria_marketplace::market::{Draft, Market};
use galleria_marketplace::mint::Mint;
use galleria_marketplace::tamper::{Change, Tampering, Twin};
use galleria_marketplace::transcript::Role;
use galleria_protocol::v1::Activity;

use super::course::{Course, Fate};
use super::sending::{Manner, Sent};
use super::skip::Skip;
use crate::event::{Event, ScenarioStarted, StepStarted};
use crate::profile::Need;
use crate::rule::{LeftOut, Play, judge};
use crate::scenario::{Call, Scenario, Step, Verb};

/// One scenario being played.
#[derive(Debug)]
pub(super) struct Player<'a> {
    pub(super) course: &'a Course<'a>,
    pub(super) scenario: &'a Scenario,
    pub(super) market: Market,
    pub(super) play: Play,
    /// What each step sent, for a later `resend`.
    pub(super) sent: Vec<Option<Sent>>,
}

pub(super) type Skipped = Result<(), Skip>;

/// Why a twin is not sent.
const NO_CONTROL: &str = "the control was not accepted, so its twin proves nothing";

impl<'a> Player<'a> {
    pub(super) fn new(course: &'a Course<'a>, scenario: &'a Scenario, mint: Mint) -> Self {
        let (profile, billing) = (Arc::clone(&course.plan.profile), course.plan.billing);
        let play = Play {
            scenario: scenario.id.clone(),
            profile,
            billing,
            exchanges: Vec::new(),
            left_out: Vec::new(),
            probed: Vec::new(),
            unprobed: None,
        };
        let market = Market::new(
            billing,
            course.plan.goods.clone(),
            Arc::clone(&course.terms),
            course.clock.clone(),
            mint,
        );
        Self {
            course,
            scenario,
            market,
            play,
            sent: Vec::new(),
        }
    }

    pub(super) async fn play(mut self) {
        self.begin();
        for (number, step) in (1..).zip(&self.scenario.steps) {
            if let Some(reason) = self.course.stopped() {
                self.leave_out(number, reason.to_string());
                self.sent.push(None);
                continue;
            }
            let activity = self.scenario.activity(step);
            self.begin_step(number, step.verb.name(), activity, &step.note);
            let played = match self.absent(activity) {
                Some(skip) => Err(skip),
                None => self.step(number, step).await,
            };
            if let Err(skip) = played {
                self.leave_out(number, skip);
                self.sent.push(None);
            }
        }
        let steps = u32::try_from(self.scenario.steps.len()).unwrap_or(u32::MAX);
        let step = self.probe(steps).await;
        self.clean_up(step).await;
        let judged = judge(&self.play, &self.course.plan.rules);
        let scenario = self.scenario.id.clone();
        self.course
            .record(&Event::ScenarioFinished { scenario, judged });
    }

    fn begin(&self) {
        self.course.record(&Event::ScenarioStarted(ScenarioStarted {
            scenario: self.scenario.id.clone(),
            title: self.scenario.title.clone(),
            about: self.scenario.about.clone(),
            steps: u32::try_from(self.scenario.steps.len()).unwrap_or(u32::MAX),
        }));
    }

    pub(super) fn begin_step(&self, step: u32, verb: &str, activity: Option<Activity>, note: &str) {
        self.course.record(&Event::StepStarted(StepStarted {
            scenario: self.scenario.id.clone(),
            step,
            verb: verb.to_owned(),
            activity: activity.map(|activity| activity.name().to_owned()),
            note: note.to_owned(),
        }));
    }

    pub(super) fn leave_out(&mut self, step: u32, skip: impl Into<Skip>) {
        let (by_book, reason) = match skip.into() {
            Skip::Book(reason) => (true, reason),
            Skip::Trouble(reason) => (false, reason),
        };
        let left_out = LeftOut {
            step,
            reason,
            by_book,
        };
        let scenario = self.scenario.id.clone();
        self.course.record(&Event::StepLeftOut {
            scenario,
            left_out: left_out.clone(),
        });
        self.play.left_out.push(left_out);
    }

    /// Why no step is about a scene, where the book never has it called.
    fn absent(&self, activity: Option<Activity>) -> Option<Skip> {
        let (activity, billing) = (activity?, self.play.billing);
        let need = self.play.profile.need(billing, activity);
        let reason = || format!("products billed {billing} are never called with {activity}");
        (need == Need::Never).then(|| Skip::Book(reason()))
    }

    /// Plays a step and notes what it sent; an error says why it was not played.
    async fn step(&mut self, number: u32, step: &Step) -> Skipped {
        match &step.verb {
            Verb::Send(call) => {
                let draft = self.draft(call)?;
                self.deliver(number, draft, Manner::of(Role::Call)).await;
            }
            Verb::LoseAnswer(call) => {
                let draft = self.draft(call)?;
                self.deliver(number, draft, Manner::fated(Fate::Lost)).await;
            }
            Verb::Cut { call, at } => {
                if self.course.state().unanswered > 0 {
                    return Err("the seller did not answer the call before it".into());
                }
                let draft = self.draft(call)?;
                self.deliver(number, draft, Manner::fated(Fate::Cut(*at)))
                    .await;
            }
            Verb::Burst { call, times } => {
                let draft = self.draft(call)?;
                self.burst(number, &draft, *times, None).await?;
            }
            Verb::BurstAgain { step, times } => self.burst_again(number, *step, *times).await?,
            Verb::Await { step } => self.wait_for(number, *step).await?,
            Verb::Resend { step } => self.resend(number, *step).await?,
            Verb::Tamper { call, how } => self.tamper(number, call, how).await?,
            Verb::Twin {
                step,
                how,
                purchase,
            } => {
                let control = self.sent.get(*step as usize - 1).cloned().flatten();
                let control = control
                    .filter(|control| control.accepted)
                    .ok_or(NO_CONTROL)?;
                self.twin(number, &control, how, purchase.as_deref())
                    .await?;
            }
            Verb::Delay(time) => {
                self.course.clock.sleep(*time).await;
                self.sent.push(None);
            }
            Verb::Advance(time) => {
                self.course.clock.skip(*time);
                self.sent.push(None);
            }
        }
        Ok(())
    }

    async fn tamper(&mut self, number: u32, call: &Call, how: &'static Tampering) -> Skipped {
        let draft = self.draft(call)?;
        self.deliver(number, draft, Manner::of(Role::Control)).await;
        match self.sent.last().cloned().flatten() {
            Some(control) if control.accepted => {
                match self.twin(number, &control, how, None).await {
                    Ok(()) => drop(self.sent.pop()),
                    Err(reason) => self.leave_out(number, reason),
                }
            }
            _ => self.leave_out(number, NO_CONTROL),
        }
        Ok(())
    }

    /// Makes the twin of an accepted call, unless it is to be lawful and the book forbids it. Only a
    /// forgery keeps the control's date and order.
    async fn twin(
        &mut self,
        number: u32,
        control: &Sent,
        how: &'static Tampering,
        purchase: Option<&str>,
    ) -> Skipped {
        let forged = how.twin == Twin::Forged;
        let mut draft = if forged {
            control.draft.clone()
        } else {
            self.market.twin(&control.draft, purchase)
        };
        if let Change::BeforeSigning(change) = how.change {
            let unchanged = draft.params.clone();
            change(&mut draft.params, self.market.mint(), &self.course.key);
            if how.twin == Twin::Lawful {
                let scene = draft.subject.activity.name();
                let forbidden = self.play.profile.forbids(scene, &unchanged, &draft.params);
                forbidden.map(Skip::Book).map_or(Ok(()), Err)?;
            }
        }
        let role = Role::Tampered {
            how: how.name.to_owned(),
            control: control.exchange,
        };
        let time_stamp = forged.then(|| control.time_stamp.clone());
        let manner = Manner {
            tampering: Some(how),
            time_stamp,
            ..Manner::of(role)
        };
        self.deliver(number, draft, manner).await;
        Ok(())
    }

    /// The call that a step asks for, with its parameters as the scenario wants them.
    fn draft(&mut self, call: &Call) -> Result<Draft, Skip> {
        let activity = call.subject.activity;
        if self.course.plan.calls(activity).is_none() {
            return Err(format!("{activity} was not declared with --with").into());
        }
        let drafted = self.market.draft(call.subject.clone());
        let mut draft = drafted.map_err(|error| error.to_string())?;
        for (name, value) in &call.set {
            draft.params.set(name, value);
        }
        for name in &call.without {
            draft.params.remove(name);
        }
        Ok(draft)
    }
}
