//! The run: scenarios side by side in as many lanes as the seller can bear.

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, PoisonError};

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Delivery, Dial, Limits, Target};
use galleria_marketplace::kit::KitSettings;
use galleria_marketplace::mint::Mint;
use galleria_marketplace::open_api::Desk;
use galleria_marketplace::transcript::Capture;
use galleria_protocol::Key;
use tokio::sync::RwLock;

use super::course::{Course, State};
use super::isolation::Isolations;
use super::keeping::Keeping;
use super::kit::KitCourse;
use super::lanes::Lanes;
use super::notices::{NoticeCourse, NoticeSettings};
use super::pace::Pace;
use super::plan::{Equipment, Plan};
use super::player::Player;
use super::stop::Stop;
use crate::activation::Activator;
use crate::effect::EffectProbe;
use crate::event::{Event, FORMAT_VERSION, PlannedScenario, RunFinished, RunStarted, Stopped};
use crate::hand::Stage;
use crate::life_cycle::LifeCycle;
use crate::record::{Recorder, SinkError};
use crate::rule::RULE_SET;
use crate::verdict::{Conclusion, Tally};

/// Whom a run plays against, and under which key and time.
#[derive(Clone, Debug)]
pub struct Seat {
    /// Opens connections to the seller.
    pub dial: Arc<dyn Dial>,
    /// The production address.
    pub target: Target,
    /// What reports call the seller.
    pub called: String,
    /// The access key.
    pub key: Key,
    /// The open APIs that the seller can call, where there are any (V2).
    pub desk: Option<Desk>,
    /// The keys of the kit, where the seller is called over it.
    pub kit: Option<Arc<KitSettings>>,
    /// Where the seller is notified of orders, where that is played.
    pub notices: Option<NoticeSettings>,
    /// The run's clock.
    pub clock: Clock,
    /// Counts the effects of calls, where there is a way to.
    pub probe: Option<Arc<dyn EffectProbe>>,
    /// Makes the seller's software activate licence codes, where there is a way to.
    pub activator: Option<Arc<dyn Activator>>,
    /// Takes the seller down and brings it up again, where there is a way to.
    pub stage: Option<Stage>,
}

impl Seat {
    /// What can be looked at from here beside the seller's answers.
    pub fn equipment(&self) -> Equipment {
        Equipment {
            probe: self.probe.is_some(),
            open_api: self.desk.is_some(),
            kit: self.kit.is_some(),
            notices: self.notices.is_some(),
        }
    }
}

/// What a run leaves behind.
#[derive(Debug)]
pub struct Outcome {
    /// What it comes to.
    pub conclusion: Conclusion,
    /// How many calls were made.
    pub calls: u64,
    /// The sinks that failed on the way.
    pub sink_failures: Vec<SinkError>,
}

/// Plays the plan and tells the recorder everything that happens.
pub async fn run(plan: &Plan, seat: Seat, recorder: Recorder, stop: Stop) -> Outcome {
    let salt = salt(&seat);
    let begin = Event::RunStarted(Box::new(started(plan, &seat, salt)));
    let course = course(plan, seat, recorder, stop, true);
    course.record(&begin);
    play_all(&course, salt).await;
    finish(course)
}

/// What makes the ids of a run differ from those of every other.
pub(super) fn salt(seat: &Seat) -> u64 {
    seat.clock.started().timestamp_micros().unsigned_abs()
}

/// A course at whose start nothing has happened yet.
pub(super) fn course(
    plan: &Plan,
    seat: Seat,
    recorder: Recorder,
    stop: Stop,
    isolates: bool,
) -> Course<'_> {
    let limits = Limits {
        answer: plan.answer_limit,
        ..Limits::default()
    };
    let state = State {
        recorder,
        tally: Tally::default(),
        last_id: first_id(plan),
        unanswered: 0,
        slow: 0,
        slowest: std::time::Duration::ZERO,
        pace: Pace::default(),
        stopped: None,
        delivered: false,
        not_killed: None,
        never_ready: false,
        never_uploaded: false,
        played: BTreeSet::new(),
        isolations: Isolations::default(),
    };
    let rules = plan.applicable_rules(&seat.target, seat.equipment());
    let api = plan.profile.api;
    let kit = seat.kit.map(|settings| KitCourse {
        capture: Capture::new(api, settings.key(api).clone(), &seat.target).hiding(&seat.key),
        settings,
    });
    let notices = seat.notices.map(|settings| NoticeCourse {
        capture: Capture::new(api, settings.key.clone(), &seat.target).hiding(&seat.key),
        settings,
    });
    Course {
        plan,
        rules,
        terms: Arc::new(plan.profile.terms()),
        path: seat.target.path().to_owned(),
        delivery: Delivery::new(
            seat.dial,
            seat.target.authority(),
            seat.clock.clone(),
            limits,
        ),
        capture: Capture::new(api, seat.key.clone(), &seat.target),
        kit,
        notices,
        key: seat.key,
        desk: seat.desk,
        clock: seat.clock,
        lanes: Lanes::new(plan.jobs, plan.answer_limit),
        keeping: Keeping::alone(),
        stop,
        probe: seat.probe,
        activator: seat.activator,
        stage: seat.stage,
        isolates,
        floor: RwLock::new(()),
        state: state.into(),
    }
}

async fn play_all(course: &Course<'_>, salt: u64) {
    let mut waiting: VecDeque<_> = course.plan.scenarios.iter().collect();
    let mut playing = FuturesUnordered::new();
    loop {
        while playing.len() < course.lanes.now() {
            let Some(scenario) = waiting.pop_front() else {
                break;
            };
            if let Some(reason) = course.stopped() {
                leave_out(course, &scenario.id, &reason);
                continue;
            }
            let mint = Mint::new(course.plan.seed, salt, &scenario.id);
            playing.push(Player::new(course, scenario, mint).play());
        }
        tokio::select! {
            biased;
            over = playing.next() => if over.is_none() && waiting.is_empty() { break },
            () = course.lanes.widened() => {}
        }
    }
}

fn leave_out(course: &Course<'_>, scenario: &str, reason: &Stopped) {
    let (scenario, reason) = (scenario.to_owned(), reason.to_string());
    course.record(&Event::ScenarioLeftOut { scenario, reason });
}

fn finish(course: Course<'_>) -> Outcome {
    let elapsed = course.clock.elapsed();
    let elapsed_ms = u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX);
    let stopped = course.state().stopped.clone();
    let first = first_id(course.plan);
    let life_cycle = LifeCycle::new(course.plan.edges(), &course.state().played);
    course.record(&Event::LifeCycle(life_cycle));
    course.record(&Event::RunFinished(RunFinished {
        elapsed_ms,
        stopped,
    }));
    let state = course
        .state
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    Outcome {
        conclusion: state.tally.conclude(),
        calls: state.last_id - first,
        sink_failures: state.recorder.into_failures(),
    }
}

/// The number before that of the first call. The calls of every shard have numbers of their own, so
/// that what is said of them is true in the joined record as well.
fn first_id(plan: &Plan) -> u64 {
    plan.shard
        .map_or(0, |shard| u64::from(shard.number - 1) * 10_000)
}

pub(super) fn started(plan: &Plan, seat: &Seat, salt: u64) -> RunStarted {
    let scenario = |scenario: &crate::scenario::Scenario| PlannedScenario {
        id: scenario.id.clone(),
        title: scenario.title.clone(),
        place: scenario.place.clone(),
    };
    RunStarted {
        format_version: FORMAT_VERSION,
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        rule_set: RULE_SET.to_owned(),
        id: Mint::new(plan.seed, salt, "run").hex(12),
        seed: plan.seed,
        started: seat.clock.started(),
        profile: plan.profile.id.clone(),
        own_profile: plan.profile.own.clone(),
        billing: plan.billing,
        target: seat.called.clone(),
        fail_on: plan.fail_on,
        rules: plan.planned_rules(&seat.target, seat.equipment()),
        scenarios: plan.scenarios.iter().map(scenario).collect(),
        known_failures: plan.known_failures.clone(),
        part: plan.part,
        min_coverage: plan.min_coverage,
        shard: plan.shard,
        rehearsal: plan.rehearsal,
        book_url: plan.book_url.clone(),
    }
}
