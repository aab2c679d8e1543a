//! Plays one scenario: step by step, then counts the effects and releases what it bought, then lets
//! the rules look.

use std::sync::Arc;
use std::time::Duration;

use galleria_marketplace::market::{Draft, Market};
use galleria_marketplace::mint::Mint;
use galleria_marketplace::tamper::Twin;
use galleria_marketplace::transcript::Role;
use galleria_protocol::Activity;

use super::course::{Course, Fate};
use super::kit::KitDesk;
use super::saved;
use super::sending::{Manner, Sent};
use super::skip::Skip;
use super::twins::NO_CONTROL;
use crate::event::{Circumstances, Event, ScenarioStarted, StepStarted};
use crate::life_cycle::walked;
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
    /// What the kit has for the scenario, where the seller has it.
    pub(super) kit: Option<KitDesk>,
    /// The moment of a rehearsal, where the scenario is one.
    pub(super) now: Option<Duration>,
}

pub(super) type Skipped = Result<(), Skip>;

/// Why no test is called.
const NO_TESTS: &str = "the pages have no test calls in the interface of";

/// Why no notice of an order is sent.
const NO_NOTICES: &str = "notices of orders were not declared with --with order-notify";

impl<'a> Player<'a> {
    pub(super) fn new(course: &'a Course<'a>, scenario: &'a Scenario, mint: Mint) -> Self {
        let (profile, billing) = (Arc::clone(&course.plan.profile), course.plan.billing);
        let api = profile.api;
        let play = Play {
            scenario: scenario.id.clone(),
            profile,
            billing,
            delivered_before: course.state().delivered,
            exchanges: Vec::new(),
            kit: Vec::new(),
            call_backs: Vec::new(),
            left_out: Vec::new(),
            probed: Vec::new(),
            waiting_cut_short: false,
            unprobed: None,
        };
        let kit = KitDesk::new(course, &mint);
        let market = Market::new(
            api,
            billing,
            course.plan.goods.clone(),
            Arc::clone(&course.terms),
            course.clock.clone(),
            mint,
        )
        .filing(course.filing(&scenario.id));
        Self {
            course,
            scenario,
            market,
            play,
            sent: Vec::new(),
            kit,
            now: None,
        }
    }

    /// Plays the scenario, lets the rules look and records what they saw.
    pub(super) async fn play(self) {
        let (course, scenario) = (self.course, self.scenario.id.clone());
        self.begin();
        let play = self.perform().await;
        let judged = judge(&play, &course.rules);
        course.state().played.extend(walked(&play.exchanges));
        course.record(&Event::ScenarioFinished {
            scenario,
            judged,
            circumstances: Circumstances::of(&play),
        });
    }

    /// Plays the scenario and hands out what was recorded of it.
    pub(super) async fn perform(mut self) -> Play {
        for (number, step) in (1..).zip(&self.scenario.steps) {
            if let Some(reason) = self.course.stopped() {
                self.leave_out(number, reason.to_string());
                self.sent.push(None);
                continue;
            }
            let activity = self.scenario.activity(step);
            self.begin_step(number, step.verb.name(), activity, &step.note);
            let saved = self.scenario.is_saved_case(step);
            let issued = self.issue(number, step).await;
            let absent = issued.or_else(|| self.absent(activity));
            let absent = absent.or_else(|| self.absent_before(step));
            let played = match absent.filter(|_| !saved) {
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
        self.note_call_backs();
        self.play
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
            activity: activity.map(|activity| self.play.profile.called(activity).to_owned()),
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
        if activity == Activity::OrderNotify {
            let played = self.course.notices.is_some();
            return (!played).then(|| Skip::Book(NO_NOTICES.to_owned()));
        }
        let need = self.play.profile.need(billing, activity);
        let scene = self.play.profile.called(activity);
        let reason = || format!("products billed {billing} are never called with {scene}");
        (need == Need::Never).then(|| Skip::Book(reason()))
    }

    /// Why a step has no call to repeat or to change, where the book does not have that call.
    fn absent_before(&self, step: &Step) -> Option<Skip> {
        let (Verb::Resend { step } | Verb::Replay { step } | Verb::Twin { step, .. }) = step.verb
        else {
            return None;
        };
        let sent = self.sent.get(step as usize - 1)?;
        let mut left_out = self.play.left_out.iter();
        let first = left_out.find(|first| first.step == step && first.by_book && sent.is_none())?;
        Some(Skip::Book(first.reason.clone()))
    }

    /// Plays a step and notes what it sent; an error says why it was not played.
    pub(super) async fn step(&mut self, number: u32, step: &Step) -> Skipped {
        match &step.verb {
            Verb::Send(call) => {
                self.await_what_it_needs(number, call).await;
                let draft = self.draft(call)?;
                self.deliver(number, draft, Manner::of(Role::Call)).await;
                // The debug step and the dial test make the call and nothing else.
                if call.exactly.is_none() {
                    self.isolate(number).await;
                }
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
            Verb::Replay { step } => self.replay(number, *step).await?,
            Verb::Tamper { call, how } => self.tamper(number, call, how).await?,
            Verb::Twin {
                step,
                how,
                purchase,
            } => {
                let control = self.sent.get(*step as usize - 1).cloned().flatten();
                let explains = how.twin == Twin::Explaining;
                if explains && control.as_ref().is_some_and(|control| control.accepted) {
                    self.sent.push(None);
                    return Ok(());
                }
                let control = control
                    .filter(|control| control.accepted || explains)
                    .ok_or(NO_CONTROL)?;
                self.twin(number, &control, how, purchase.as_deref())
                    .await?;
            }
            Verb::Crash { call, at } => self.crash(number, call, *at).await?,
            Verb::Restart => self.restart(number).await?,
            Verb::Outage(step) => self.outage(number, step).await?,
            Verb::Orders { call, times } => self.orders(number, call, *times).await?,
            Verb::Kit(step) => Box::pin(self.kit(number, step)).await?,
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

    /// Makes a purchase under one further name after the other, each an order of its own.
    async fn orders(&mut self, number: u32, call: &Call, times: u32) -> Skipped {
        for nth in 1..=times {
            if self.course.stopped().is_some() {
                break;
            }
            let mut one = call.clone();
            one.subject.purchase = format!("{}, order {nth}", call.subject.purchase);
            let draft = self.draft(&one)?;
            self.deliver(number, draft, Manner::of(Role::Call)).await;
            self.sent.pop();
        }
        self.sent.push(None);
        Ok(())
    }

    /// The call that a step asks for, with its parameters as the scenario wants them.
    pub(super) fn draft(&mut self, call: &Call) -> Result<Draft, Skip> {
        if let Some(content) = &call.exactly {
            return Ok(saved::draft(call, content, self.market.mint()));
        }
        let activity = call.subject.activity;
        let flagged = call
            .set
            .iter()
            .any(|(name, value)| name == "testFlag" && *value == self.play.profile.test_flag.debug);
        if (call.subject.test || flagged) && !self.play.profile.has_tests() {
            return Err(Skip::Book(format!("{NO_TESTS} {}", self.play.profile.id)));
        }
        if self.course.plan.calls(activity).is_none() {
            let scene = self.play.profile.called(activity);
            return Err(format!("{scene} was not declared with --with").into());
        }
        let drafted = self.market.draft(call.subject.clone());
        let mut draft = drafted.map_err(|error| error.to_string())?;
        let scene = draft.params.get("activity").unwrap_or_default().to_owned();
        let set: Vec<_> = call
            .set
            .iter()
            .filter(|(name, _)| self.has(&scene, name))
            .collect();
        for (name, value) in &set {
            let excluded = self.play.profile.excludes(&scene, name, value);
            excluded.map(Skip::Book).map_or(Ok(()), Err)?;
            draft.params.set(name, value.as_str());
        }
        let settled = self.market.settle(&mut draft);
        settled.map_err(|error| error.to_string())?;
        // The scenario has the last word, also about what follows from its values.
        for (name, value) in &set {
            draft.params.set(name, value.as_str());
        }
        if activity == Activity::NewInstance && self.has(&scene, "mobilePhone") {
            self.tell_contacts(&mut draft);
        }
        for name in &call.without {
            draft.params.remove(name);
        }
        Ok(draft)
    }
}
