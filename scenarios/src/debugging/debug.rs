//! The whole debug step for one case.

use std::sync::Arc;
use std::time::Duration;

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::Api;

use super::check::{Checked, check};
use super::plan::plan;
use crate::cases::Case;
use crate::event::Event;
use crate::profile::Profile;
use crate::record::{Kept, Recorder, Sink};
use crate::rule::Finding;
use crate::rules;
use crate::run::{MaxTime, Outcome, Seat, Stop, run};
use crate::scenario::{Scenario, Step, Verb};

/// The scenario that the record names.
const SCENARIO: &str = "debug";

/// What the debug step came to.
#[derive(Debug)]
pub struct Debugged {
    /// The call and its answer; `None` where it was stopped before.
    pub exchange: Option<Exchange>,
    /// What the platform's checks say of it.
    pub checked: Option<Checked>,
    /// What our rules find in it, those that the platform's message leads to first.
    pub findings: Vec<(String, Finding)>,
    /// How the run went.
    pub outcome: Outcome,
}

/// Calls a case once, as the debug step does, and checks the answer. Further sinks hear of it.
pub async fn debug(
    case: &Case,
    profile: &Arc<Profile>,
    seat: Seat,
    seed: u64,
    answer_limit: Option<Duration>,
    sinks: Vec<Box<dyn Sink>>,
    stop: Stop,
) -> Debugged {
    let plan = plan(
        Arc::clone(profile),
        case.billing,
        scenario(case, profile),
        rules::all().collect(),
        seed,
        answer_limit,
        MaxTime::Default,
    );
    let key = seat.key.clone();
    let kept = Kept::default();
    let mut sinks = sinks;
    sinks.push(Box::new(kept.clone()));
    let outcome = run(&plan, seat, Recorder::new(sinks), stop).await;
    let mut exchange = None;
    let mut findings = Vec::new();
    for event in kept.take_events() {
        match event {
            Event::Exchanged(call) => exchange = Some(*call),
            Event::ScenarioFinished { judged, .. } => {
                for judged in judged {
                    let own = judged.findings.into_iter();
                    findings.extend(own.map(|finding| (judged.rule.clone(), finding)));
                }
            }
            _ => {}
        }
    }
    let checked = exchange
        .as_ref()
        .map(|call| check(call, profile, Some(&key)));
    sort(&mut findings, checked.as_ref());
    Debugged {
        exchange,
        checked,
        findings,
        outcome,
    }
}

/// The scenario of one call.
fn scenario(case: &Case, profile: &Profile) -> Scenario {
    Scenario {
        id: SCENARIO.to_owned(),
        title: "One call of the debug step".to_owned(),
        about: "The seller centre's debug step calls a scene with the values of its form."
            .to_owned(),
        api: Vec::<Api>::new(),
        billing: Vec::new(),
        family: Vec::new(),
        steps: vec![Step {
            verb: Verb::Send(case.call(profile)),
            note: format!("debug call {}", profile.called(case.activity)),
        }],
        place: None,
    }
}

/// What the platform's message is about comes first.
fn sort(findings: &mut [(String, Finding)], checked: Option<&Checked>) {
    let stopped = checked.and_then(|checked| checked.stopped.as_ref());
    let named: &[String] = stopped.map_or(&[], |stopped| &stopped.message.rules);
    let place = |rule: &String| named.iter().position(|known| known == rule);
    findings.sort_by_key(|(rule, _)| place(rule).unwrap_or(usize::MAX));
}
