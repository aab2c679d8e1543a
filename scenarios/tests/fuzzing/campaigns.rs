//! What the tests of campaigns share: a seller in this process, under virtual time.

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;

use galleria_marketplace::clock::Clock;
use galleria_scenarios::Billing;
use galleria_scenarios::fuzz::campaign::{Outcome, Settings, campaign};
use galleria_scenarios::proof::{Memory, whole_catalog};
use galleria_scenarios::record::Recorder;
use galleria_scenarios::run::{Plan, Seat, Stop};
use galleria_seller::Behaviour;

/// The plan of a campaign.
pub(crate) fn plan(profile: &str, billing: Billing, seed: u64) -> Plan {
    Plan {
        seed,
        ..whole_catalog(profile, billing)
    }
}

/// A campaign of so many histories, up to its first failure.
pub(crate) fn settings(cases: u64) -> Settings {
    Settings {
        cases,
        max_time: None,
        shrink_time: Duration::from_hours(1),
        jobs: 1,
        rate: None,
        continue_on_failure: false,
        dictionary: Vec::new(),
    }
}

/// Plays a campaign against sellers that `make` makes.
pub(crate) fn play(
    plan: &Plan,
    settings: &Settings,
    make: &dyn Fn() -> Arc<dyn Behaviour>,
) -> Outcome {
    play_recorded(plan, settings, make, Recorder::default())
}

/// The same, recorded.
pub(crate) fn play_recorded(
    plan: &Plan,
    settings: &Settings,
    make: &dyn Fn() -> Arc<dyn Behaviour>,
    recorder: Recorder,
) -> Outcome {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .expect("a runtime starts");
    runtime.block_on(async {
        let start = chrono::DateTime::from_timestamp(1_767_225_600, 0).expect("a moment");
        let clock = Clock::starting_at(start);
        let mut seats = || -> Seat { Memory::new(make(), "a seller", clock.clone()).seat };
        let (stop, mut watch) = (Stop::default(), |_: &_| {});
        let campaign = campaign(plan, settings, &mut seats, recorder, &stop, &mut watch);
        Box::pin(campaign).await
    })
}

/// The failures of a campaign, for messages.
pub(crate) fn told(outcome: &Outcome) -> String {
    let mut text = format!("{:?}\n", outcome.status);
    for found in &outcome.found {
        let _ = writeln!(
            text,
            "{} case {} ({} -> {} steps, {:?}): {:?}",
            found.failure.rule,
            found.case,
            found.steps,
            found.scenario.steps.len(),
            found.failed,
            found.failure.finding
        );
        for step in &found.scenario.steps {
            let _ = writeln!(text, "    {:?}", step.verb);
        }
    }
    text
}
