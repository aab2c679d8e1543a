//! A campaign: histories one after the other or side by side, failures shrunk and kept apart.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use galleria_marketplace::clock::Clock;

use super::events::{Seen, Told};
use super::found::{Found, title};
use super::generate::Generator;
use super::history::scenario;
use super::judge::Bench;
use super::model::Model;
use super::shrink::{Failing, Shrinker};
use super::tenants::Tenants;
use super::terms::Terms;
use super::watch::Watch;
use crate::event::{Event, RunFinished, RunStarted, Stopped};
use crate::life_cycle::{Edge, LifeCycle};
use crate::record::{Recorder, SinkError};
use crate::rule::Play;
use crate::run::{MaxTime, Plan, Seat, Stage, Stop};
use crate::scenario::Verb;
use crate::verdict::Conclusion;

/// What bounds a campaign.
#[derive(Clone, Debug)]
pub struct Settings {
    /// How many histories are played.
    pub cases: u64,
    /// The longest that it may take, where it is bounded.
    pub max_time: Option<Duration>,
    /// The longest that one failure is made smaller.
    pub shrink_time: Duration,
    /// How many histories are played side by side.
    pub jobs: usize,
    /// The most calls a second, where they are bounded.
    pub rate: Option<f64>,
    /// Whether it goes on behind a failure, to find others.
    pub continue_on_failure: bool,
    /// Further texts for values.
    pub dictionary: Vec<String>,
}

/// How far a campaign is.
#[derive(Clone, Debug, Default)]
pub struct Status {
    /// Histories that were judged.
    pub cases: u64,
    /// Calls that were made.
    pub calls: u64,
    /// Distinct failures.
    pub failures: usize,
    /// Edges of the life cycle that were played, and how many there are.
    pub edges: (usize, usize),
    /// How long it has lasted.
    pub elapsed: Duration,
    /// Whether a failure is being made smaller.
    pub shrinking: bool,
}

/// What a campaign leaves behind.
#[derive(Debug)]
pub struct Outcome {
    /// Histories, calls and edges.
    pub status: Status,
    /// The distinct failures, in the order in which they were found.
    pub found: Vec<Found>,
    /// The edges of the life cycle, and which of them were played.
    pub life_cycle: LifeCycle,
    /// What it comes to by the rules.
    pub conclusion: Conclusion,
    /// Why it ended before all histories were played.
    pub stopped: Option<Stopped>,
    /// The sinks that failed.
    pub sink_failures: Vec<SinkError>,
}

/// So many histories are played on one stage: an embedded seller is then followed by a fresh one, so
/// that its memory does not grow with the campaign.
const ROUND: u64 = 500;

/// Who sits opposite: gives the seat of the next round.
pub type Seats<'a> = &'a mut dyn FnMut() -> Seat;

/// Plays a campaign on the terms of `plan`; `watch` is told how far it is.
pub async fn campaign(
    plan: &Plan,
    settings: &Settings,
    seats: Seats<'_>,
    recorder: Recorder,
    stop: &Stop,
    watch: &mut dyn Watch,
) -> Outcome {
    let plan = Plan {
        jobs: Some(settings.jobs.max(1)),
        // A history is never broken off for the time: the campaign ends between two of them.
        max_time: MaxTime::Given(Duration::MAX),
        ..plan.clone()
    };
    let terms = Arc::new(Terms::of(&plan));
    let seat = seats();
    let bench = Bench::new(&plan, &seat.target, seat.equipment());
    let mut run = Run {
        generator: Generator::new(Arc::clone(&terms), plan.seed, &settings.dictionary),
        edges: plan.edges(),
        told: Told::new(recorder),
        begun: seat.clock.elapsed(),
        clock: seat.clock.clone(),
        plan: &plan,
        settings,
        terms,
        bench,
        stop,
        watch,
        seen: Seen::default(),
        sample: None,
        played: BTreeSet::new(),
        found: Vec::new(),
        started: 0,
        status: Status::default(),
        tenant: 0,
        last_call: 0,
        stopped: None,
    };
    Box::pin(run.play(seat, seats)).await;
    run.finish()
}

struct Run<'a> {
    plan: &'a Plan,
    settings: &'a Settings,
    terms: Arc<Terms>,
    bench: Bench,
    generator: Generator,
    stop: &'a Stop,
    watch: &'a mut dyn Watch,
    clock: Clock,
    begun: Duration,
    told: Told,
    seen: Seen,
    /// The first history that held, as an example.
    sample: Option<(Vec<Verb>, Play)>,
    edges: Vec<Edge>,
    played: BTreeSet<Edge>,
    found: Vec<Found>,
    started: u64,
    status: Status,
    tenant: u64,
    last_call: u64,
    stopped: Option<Stopped>,
}

impl Run<'_> {
    async fn play(&mut self, first: Seat, seats: Seats<'_>) {
        let mut seat = Some(first);
        while !self.is_over() {
            let next = seat.take().unwrap_or_else(&mut *seats);
            self.clock = next.clock.clone();
            let stage = Stage::new(self.plan, next.clone(), self.stop.clone(), self.last_call);
            if self.started == 0 {
                let begun = Box::new(excused(stage.begun().clone()));
                self.told.tell(&Event::RunStarted(begun));
            }
            let tenants = Tenants::new(stage, self.clock.clone(), self.tenant);
            let failing = self.round(&tenants).await;
            self.tenant = tenants.next();
            self.last_call = tenants.stage().last_call();
            self.stopped = tenants.stage().stopped();
            for (case, failing) in failing {
                self.shrink(&next, case, failing).await;
            }
        }
        if self.stopped.is_none() && self.stop.is_requested() {
            self.stopped = Some(Stopped::Interrupted);
        }
    }

    /// Whether no further history is begun.
    fn is_over(&mut self) -> bool {
        let settings = self.settings;
        if self.stopped.is_none()
            && let Some(limit) = settings.max_time
            && self.started > 0
            && self.elapsed() >= limit
        {
            self.stopped = Some(Stopped::TimeIsUp {
                limit_s: limit.as_secs(),
            });
        }
        let enough = !settings.continue_on_failure && !self.found.is_empty();
        self.stopped.is_some()
            || self.stop.is_requested()
            || enough
            || self.started >= settings.cases
    }

    fn elapsed(&self) -> Duration {
        self.clock.elapsed().saturating_sub(self.begun)
    }

    /// Plays histories until the round is full, the campaign is over, or something new fails.
    async fn round(&mut self, tenants: &Tenants<'_>) -> Vec<(u64, Failing)> {
        let terms = Arc::clone(&self.terms);
        let until = self.started + ROUND;
        let (begun, before) = (self.clock.elapsed(), tenants.stage().last_call());
        let mut failing: Vec<(u64, Failing)> = Vec::new();
        let mut playing = FuturesUnordered::new();
        loop {
            while playing.len() < self.settings.jobs.max(1)
                && failing.is_empty()
                && self.started < until
                && !tenants.is_over()
                && !self.is_over()
            {
                self.keep_rate(begun, tenants.stage().last_call() - before)
                    .await;
                let verbs = self.generator.next_history();
                self.started += 1;
                let (case, terms) = (self.started, &terms);
                playing.push(async move {
                    let play = tenants.play(terms, &verbs).await;
                    (case, verbs, play)
                });
            }
            let Some((case, verbs, play)) = playing.next().await else {
                break;
            };
            if let Some(new) = self.take(tenants, verbs, play) {
                failing.push((case, new));
            }
        }
        failing
    }

    /// Takes in a history that was played; gives back one that failed in a new way.
    fn take(&mut self, tenants: &Tenants<'_>, verbs: Vec<Verb>, play: Play) -> Option<Failing> {
        let verdicts = self.bench.judge(&play);
        self.status.cases += 1;
        self.status.calls = tenants.stage().last_call();
        self.status.elapsed = self.elapsed();
        self.count_edges(&verbs);
        self.watch.status(&self.status);
        // What was broken off in the middle says nothing.
        if self.stop.is_requested() && play.left_out.iter().any(|left| !left.by_book) {
            return None;
        }
        self.seen.add(&verdicts);
        let new = verdicts.failures.iter().find(|failure| {
            let known = self
                .found
                .iter_mut()
                .find(|found| found.key() == failure.key());
            known.is_none_or(|known| {
                known.seen += 1;
                false
            })
        });
        let Some(failure) = new.cloned() else {
            if self.sample.is_none() && verdicts.failures.is_empty() {
                self.sample = Some((verbs, play));
            }
            return None;
        };
        Some(Failing {
            verbs,
            play,
            verdicts,
            failure,
            failed: (0, 0),
        })
    }

    fn count_edges(&mut self, verbs: &[Verb]) {
        if self.played.len() < self.edges.len() {
            let mut model = Model::new(&self.terms);
            for verb in verbs {
                model.take(verb);
            }
            self.played.extend(model.edges());
        }
        self.status.edges = (self.played.len(), self.edges.len());
    }

    /// Waits where the calls of this round came faster than they may.
    async fn keep_rate(&self, begun: Duration, calls: u64) {
        let Some(rate) = self.settings.rate else {
            return;
        };
        #[expect(clippy::cast_precision_loss, reason = "a round has few calls")]
        let due = begun + Duration::from_secs_f64(calls as f64 / rate);
        let early = due.saturating_sub(self.clock.elapsed());
        if !early.is_zero() {
            self.clock.sleep(early).await;
        }
    }

    /// Makes a failure smaller, on a stage of its own, and keeps it.
    async fn shrink(&mut self, seat: &Seat, case: u64, failing: Failing) {
        if let Some(known) = self
            .found
            .iter_mut()
            .find(|f| f.key() == failing.failure.key())
        {
            known.seen += 1;
            return;
        }
        self.status.shrinking = true;
        self.watch.status(&self.status);
        let steps = failing.verbs.len();
        let stage = Stage::new(self.plan, seat.clone(), self.stop.clone(), self.last_call);
        let tenants = Tenants::new(stage, self.clock.clone(), self.tenant);
        let until = self.clock.elapsed() + self.settings.shrink_time;
        let shrinker = Shrinker::new(&tenants, &self.bench, &self.terms, until);
        let failing = shrinker.shrink(failing).await;
        self.tenant = tenants.next();
        self.last_call = tenants.stage().last_call();
        self.status.calls = self.last_call;
        let found = Found::new(case, steps, failing, &self.terms);
        self.tell(&found);
        self.watch.found(&found);
        self.found.push(found);
        self.status.shrinking = false;
        self.status.failures = self.found.len();
        self.watch.status(&self.status);
    }

    /// Tells a failure: of its play only what that failure is, for others are told with their own.
    fn tell(&mut self, found: &Found) {
        let mut judged = found.verdicts.judged.clone();
        judged.retain(|judged| judged.rule == found.failure.rule);
        self.told.play(&found.scenario, &found.play, judged);
    }

    fn finish(mut self) -> Outcome {
        self.status.elapsed = self.elapsed();
        let cases = self.status.cases;
        let about = format!(
            "{cases} histories were played. This one is the first that held; what the rules looked at is counted over all of them."
        );
        if let Some((verbs, play)) = self.sample.take() {
            let title = title(cases);
            let sample = scenario("histories", &title, &about, &self.terms, &verbs);
            self.told.play(&sample, &play, self.seen.judged());
        }
        let life_cycle = LifeCycle::new(self.edges, &self.played);
        self.told.tell(&Event::LifeCycle(life_cycle.clone()));
        let elapsed_ms = u64::try_from(self.status.elapsed.as_millis()).unwrap_or(u64::MAX);
        self.told.tell(&Event::RunFinished(RunFinished {
            elapsed_ms,
            stopped: self.stopped.clone(),
        }));
        let (conclusion, sink_failures) = self.told.conclude();
        Outcome {
            status: self.status,
            found: self.found,
            life_cycle,
            conclusion,
            stopped: self.stopped,
            sink_failures,
        }
    }
}

/// What the campaign sets out to do: rules whose failures are known and excused fail no history, so
/// that it says nothing about them.
fn excused(mut begun: RunStarted) -> RunStarted {
    for known in std::mem::take(&mut begun.known_failures) {
        let mut rules = begun.rules.iter_mut();
        if let Some(rule) = rules.find(|rule| rule.id == known.rule) {
            rule.not_applicable = Some(format!("its failures are known: {}", known.reason));
        }
    }
    begun
}
