//! `galleria fuzz`: a campaign of histories, its failures kept.

mod keeping;
mod live;
mod text;

use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_reports::ReportSink;
use galleria_scenarios::event::Stopped;
use galleria_scenarios::fuzz::campaign::{Outcome, Settings, campaign};
use galleria_scenarios::fuzz::found::Found;
use galleria_scenarios::fuzz::values::dictionary;
use galleria_scenarios::proof::Memory;
use galleria_scenarios::record::{Recorder, Sink};
use galleria_scenarios::run::{Plan, Seat, Stop};
use galleria_scenarios::verdict::{ExitCode, RunVerdict};
use galleria_seller::Reference;

use self::live::Live;
use super::interrupt::stop_on_signals;
use super::runtime;
use crate::args::{CheckArgs, FuzzArgs, GateArgs};
use crate::error::CliError;
use crate::output::{Reports, Terminal, complain, note};
use crate::settings::{self, SeatSettings};

/// How many histories are played where neither their number nor the time is bounded.
const CASES: u64 = 1000;

/// What the embedded seller is called.
const EMBEDDED: &str = "the embedded reference seller";

pub(super) fn fuzz(args: &FuzzArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let check = as_check(args);
    let plan = settings::plan(&check)?;
    let seat = settings::seat(&check, &plan.profile)?;
    let campaign = bounds(args)?;
    let reports = Reports::of(&args.reports)?;
    reports.refuse_collisions(args.known_failures.as_deref())?;
    keeping::refuse_unwritable(&args.fuzz_dir)?;
    let sink = ReportSink::default();
    let outcome = play(
        args, &check, &plan, seat, &campaign, &reports, &sink, terminal,
    )?;
    let kept = keeping::keep(&args.fuzz_dir, &plan.profile.id, failures(&outcome));
    reports.write(&sink.take_report())?;
    for failure in &outcome.sink_failures {
        complain(&format!("{failure}; the record is not whole"));
    }
    let exit = exit_code(&outcome);
    let told = text::render(&text::Told {
        plan: &plan,
        outcome: &outcome,
        kept: &kept.files,
        files: &reports.files(),
        exit,
        style: terminal.style(),
    });
    if !reports.take_stdout() {
        terminal.print_said(&told)?;
    } else if !terminal.is_quiet() {
        note(&told);
    }
    kept.whole.map(|()| exit)
}

/// The failures of a seller; one that was never there has none.
fn failures(outcome: &Outcome) -> &[Found] {
    match outcome.conclusion.verdict {
        RunVerdict::Unreachable => &[],
        _ => &outcome.found,
    }
}

/// The arguments of a check of the same seller.
fn as_check(args: &FuzzArgs) -> CheckArgs {
    let billing = args.opposite.billing.as_deref().unwrap_or("period");
    CheckArgs {
        seed: args.seed,
        fail_on: args.fail_on.clone(),
        known_failures: args.known_failures.clone(),
        gate: GateArgs {
            min_coverage: args.min_coverage,
            ..GateArgs::default()
        },
        ..args.opposite.check(&args.profile, billing)
    }
}

fn bounds(args: &FuzzArgs) -> Result<Settings, CliError> {
    let unbounded = if args.max_time.is_some() {
        u64::MAX
    } else {
        CASES
    };
    let further = match &args.dictionary {
        None => Vec::new(),
        Some(path) => {
            let text = std::fs::read_to_string(path).map_err(|error| {
                CliError::usage(format!(
                    "{}: the dictionary cannot be read: {error}",
                    path.display()
                ))
            })?;
            dictionary(&text)
        }
    };
    Ok(Settings {
        cases: args.cases.unwrap_or(unbounded),
        max_time: args.max_time,
        shrink_time: args.shrink_time,
        jobs: usize::from(args.jobs),
        rate: args.rate.map(f64::from),
        continue_on_failure: args.continue_on_failure,
        dictionary: further,
    })
}

#[expect(
    clippy::too_many_arguments,
    reason = "each is one thing that a campaign needs"
)]
fn play(
    args: &FuzzArgs,
    check: &CheckArgs,
    plan: &Plan,
    seat: SeatSettings,
    settings: &Settings,
    reports: &Reports,
    sink: &ReportSink,
    terminal: Terminal,
) -> Result<Outcome, CliError> {
    runtime()?.block_on(async {
        let mut seats = seats(seat, check)?;
        let mut sinks: Vec<Box<dyn Sink>> = vec![Box::new(sink.clone())];
        for record in reports.create()? {
            sinks.push(Box::new(record));
        }
        let stop = Stop::default();
        let _watch = stop_on_signals(&stop);
        let mut live = Live::new(terminal.shows_progress(), args.cases);
        let mut watch = |status: &_| live.show(status);
        let recorder = Recorder::new(sinks);
        let campaign = campaign(plan, settings, &mut *seats, recorder, &stop, &mut watch);
        let outcome = Box::pin(campaign).await;
        live.clear();
        Ok(outcome)
    })
}

/// Who sits opposite: an embedded seller is a fresh one for each round, so that its memory stays small.
fn seats(seat: SeatSettings, check: &CheckArgs) -> Result<Box<dyn FnMut() -> Seat>, CliError> {
    if let SeatSettings::Embedded { .. } = seat {
        let clock = Clock::system();
        return Ok(Box::new(move || {
            Memory::new(Arc::new(Reference), EMBEDDED, clock.clone()).seat
        }));
    }
    let seat = seat.sit(check)?;
    Ok(Box::new(move || seat.clone()))
}

fn exit_code(outcome: &Outcome) -> ExitCode {
    let concluded = outcome.conclusion.exit;
    if !outcome.sink_failures.is_empty() {
        ExitCode::Internal
    } else if outcome.stopped == Some(Stopped::Interrupted) {
        ExitCode::Interrupted
    } else if outcome.conclusion.verdict == RunVerdict::Unreachable {
        ExitCode::Unreachable
    } else if !outcome.found.is_empty() || outcome.conclusion.uncovered.is_some() {
        ExitCode::Failed
    } else if matches!(outcome.stopped, Some(Stopped::TimeIsUp { .. })) && outcome.status.cases > 0
    {
        // The time of a campaign is its length: a rule that saw nothing in it is no gap.
        ExitCode::Held
    } else {
        concluded
    }
}
