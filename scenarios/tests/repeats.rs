//! Orders at the same moment and over broken connections, against sellers that are slow, racing or
//! cannot be probed.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::any::Any;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::future::BoxFuture;
use galleria_marketplace::clock::Clock;
use galleria_scenarios::Billing;
use galleria_scenarios::effect::{EffectProbe, ProbeError, Question};
use galleria_scenarios::event::Event;
use galleria_scenarios::proof::{Memory, whole_catalog};
use galleria_scenarios::record::{JsonLines, Recorder, read};
use galleria_scenarios::run::{MaxTime, Outcome, Plan, Stop, run};
use galleria_scenarios::verdict::Verdict;
use galleria_seller::behaviour::Turn;
use galleria_seller::call::Call;
use galleria_seller::{Behaviour, Reference, faults};

/// The scenarios of this file.
const SCENARIOS: [&str; 3] = [
    "purchase-at-once",
    "answer-lost-then-retried",
    "request-cut",
];

fn plan() -> Plan {
    let mut plan = whole_catalog("cn-v1", Billing::Period);
    plan.scenarios
        .retain(|scenario| SCENARIOS.contains(&scenario.id.as_str()));
    plan
}

/// Plays these scenarios; `probe` counts in place of the seller's own store.
fn play(
    behaviour: Arc<dyn Behaviour>,
    probe: Option<Arc<dyn EffectProbe>>,
) -> (Outcome, Vec<Event>) {
    let buffer = Buffer::default();
    let recorder = Recorder::new(vec![Box::new(JsonLines::new("buffer", buffer.clone()))]);
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_time().start_paused(true).build().unwrap();
    let outcome = runtime.block_on(async {
        let mut plan = plan();
        // One scenario behind the other, and as long as it takes.
        (plan.jobs, plan.max_time) = (Some(1), MaxTime::Given(Duration::from_hours(24)));
        let clock = Clock::starting_at(chrono::DateTime::UNIX_EPOCH);
        let mut seat = Memory::new(behaviour, "a seller", clock).seat;
        if probe.is_some() {
            seat.probe = probe;
        }
        run(&plan, seat, recorder, Stop::default()).await
    });
    let written = buffer.0.lock().unwrap().clone();
    (outcome, read(&written[..]).unwrap().events)
}

fn failed(outcome: &Outcome) -> Vec<&str> {
    let rules = outcome.conclusion.rules.iter();
    let failed = rules.filter(|rule| rule.verdict == Verdict::Fail);
    failed.map(|rule| rule.rule.id.as_str()).collect()
}

fn verdict(outcome: &Outcome, id: &str) -> (Verdict, String) {
    let rules = &outcome.conclusion.rules;
    let rule = rules.iter().find(|rule| rule.rule.id == id).unwrap();
    (rule.verdict, rule.reason.clone().unwrap_or_default())
}

fn left_out(events: &[Event]) -> Vec<String> {
    let reasons = events.iter().filter_map(|event| match event {
        Event::StepLeftOut { left_out, .. } => Some(left_out.reason.clone()),
        _ => None,
    });
    reasons.collect()
}

/// Works on one call at a time, and long.
#[derive(Debug)]
struct Slow(Arc<tokio::sync::Mutex<()>>, Duration);

impl Behaviour for Slow {
    fn turn<'a>(&'a self, _call: &'a Call) -> Option<Turn<'a>> {
        let worker = Arc::clone(&self.0);
        Some(Box::pin(async move {
            Box::new(worker.lock_owned().await) as Box<dyn Any + Send>
        }))
    }

    fn delay(&self, _call: &Call) -> Duration {
        self.1
    }
}

fn slow(time: Duration) -> Arc<dyn Behaviour> {
    Arc::new(Slow(Arc::default(), time))
}

#[test]
fn a_slow_seller_that_serves_one_behind_the_other_is_not_overrun() {
    let (outcome, events) = play(slow(Duration::from_secs(4)), None);
    assert_eq!(failed(&outcome), Vec::<&str>::new());
    let told = left_out(&events);
    assert!(
        told.iter()
            .any(|reason| reason.starts_with("4 of 32 calls were made")),
        "{told:?}"
    );
}

#[test]
fn a_seller_near_the_limit_is_spared_calls_at_once() {
    let (outcome, events) = play(slow(Duration::from_secs(12)), None);
    let failed = failed(&outcome);
    assert!(!failed.contains(&"TRN004"), "{failed:?}");
    assert!(!failed.contains(&"IDM007"), "{failed:?}");
    let told = left_out(&events);
    assert!(
        told.iter()
            .any(|reason| reason.contains("takes 12.0s for a newInstance")),
        "{told:?}"
    );
}

#[test]
fn surplus_instances_are_released() {
    let race = faults::find("concurrent-retries-race").unwrap();
    let (outcome, events) = play((race.make)(), None);
    assert_eq!(failed(&outcome), ["IDM007"]);
    let (mut bought, mut released) = (BTreeSet::new(), BTreeSet::new());
    for event in &events {
        let Event::Exchanged(exchange) = event else {
            continue;
        };
        let told = exchange.answered_instance().map(ToOwned::to_owned);
        match exchange.intent.activity.as_str() {
            "newInstance" => bought.extend(told),
            "releaseInstance" => released.extend(exchange.intent.instance_id.clone()),
            _ => {}
        }
    }
    assert!(
        bought.len() > 42,
        "only {} instances came to light",
        bought.len()
    );
    assert_eq!(bought, released);
}

#[test]
fn an_order_that_is_locked_for_good_is_waited_for_once() {
    let locks = faults::find("lock-kept-for-lost-clients").unwrap();
    let (outcome, events) = play((locks.make)(), None);
    assert_eq!(failed(&outcome), ["IDM008"]);
    let finished = events.iter().find_map(|event| match event {
        Event::RunFinished(finished) => Some(finished.elapsed_ms),
        _ => None,
    });
    let minutes = finished.unwrap() / 60_000;
    assert_eq!(
        minutes, 3,
        "the platform's next retry comes after three minutes"
    );
}

/// A probe that has trouble of its own.
#[derive(Debug)]
struct Broken(fn() -> BoxFuture<'static, Result<u64, ProbeError>>);

impl EffectProbe for Broken {
    fn count<'a>(&'a self, _question: &'a Question) -> BoxFuture<'a, Result<u64, ProbeError>> {
        (self.0)()
    }
}

#[test]
fn a_probe_that_fails_is_told_and_blames_nobody() {
    let no_number = || -> BoxFuture<'static, _> {
        Box::pin(async { Err(ProbeError::NoNumber("two".to_owned())) })
    };
    let never = || -> BoxFuture<'static, _> { Box::pin(std::future::pending()) };
    for (probe, reason) in [
        (
            Broken(no_number),
            "the effect probe told no number but `two`",
        ),
        (Broken(never), "the effect probe took longer than 10s"),
    ] {
        let (outcome, events) = play(Arc::new(Reference), Some(Arc::new(probe)));
        assert_eq!(failed(&outcome), Vec::<&str>::new());
        assert_eq!(left_out(&events), [reason; 3]);
        assert_eq!(
            verdict(&outcome, "IDM014"),
            (Verdict::Unobserved, reason.to_owned())
        );
    }
}

#[test]
fn a_probe_that_counts_nothing_proves_nothing() {
    let zero = || -> BoxFuture<'static, _> { Box::pin(async { Ok(0) }) };
    let (outcome, _) = play(Arc::new(Reference), Some(Arc::new(Broken(zero))));
    let (verdict, reason) = verdict(&outcome, "IDM014");
    assert_eq!(verdict, Verdict::Unobserved);
    assert!(reason.contains("counts no instance"), "{reason}");
}

/// A file in memory.
#[derive(Clone, Debug, Default)]
struct Buffer(Arc<Mutex<Vec<u8>>>);

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
