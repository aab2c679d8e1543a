//! `galleria dialtest`: the saved cases, replayed as the platform does every morning and afternoon.

mod cases;
mod json;
mod text;

use galleria_reports::ReportSink;
use galleria_scenarios::cases::Saved;
use galleria_scenarios::dial_test::{self, DialTest, Length, Session};
use galleria_scenarios::event::{Event, Stopped};
use galleria_scenarios::profile::Profile;
use galleria_scenarios::record::{Kept, Recorder, Sink};
use galleria_scenarios::run::{MaxTime, Outcome, Plan, Stop, run};
use galleria_scenarios::transcript::Exchange;
use galleria_scenarios::verdict::ExitCode;

use super::interrupt::stop_on_signals;
use super::runtime;
use crate::args::DialtestArgs;
use crate::error::CliError;
use crate::output::{Reports, Terminal, complain};
use crate::settings::{self, Callee, random};

/// What was replayed and what came of it, for whoever prints it.
struct Told<'a> {
    profile: &'a Profile,
    target: String,
    seed: u64,
    length: Length,
    cases: &'a [Saved],
    sessions: usize,
    test: &'a DialTest,
    stopped: Option<&'a Stopped>,
    outcome: &'a Outcome,
    exit: ExitCode,
    files: Vec<String>,
}

pub(super) fn dialtest(args: &DialtestArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let (cases, profile) = cases::selected(args)?;
    let callee = settings::callee(&args.caller, &args.url, &profile)?;
    let reports = Reports::of(&args.reports)?;
    reports.refuse_collisions(None)?;
    if args.json && reports.take_stdout() {
        return Err(CliError::usage(
            "--json and a report to `-` both want standard output; give the report a file",
        ));
    }
    let length = length(args);
    let seed = args.seed.map_or_else(random::seed, Ok)?;
    let sessions = dial_test::schedule(length, cases.len(), seed);
    let layout = dial_test::layout(&cases, &sessions, &profile);
    let max_time = args.max_time.map_or(MaxTime::Default, MaxTime::Given);
    let timeout = args.caller.timeout;
    let plan = dial_test::plan(&profile, &cases, &layout, seed, timeout, max_time);
    let target = callee.target.address().to_owned();
    let (outcome, events, report) = play(args, &plan, callee, &reports)?;
    reports.write(&report.take_report())?;
    let (calls, stopped) = happened(events);
    let test = dial_test::fold(&calls, &layout, &sessions, cases.len(), &profile);
    for failure in &outcome.sink_failures {
        complain(&format!("{failure}; the record is not whole"));
    }
    let exit = exit_code(&outcome, &test, stopped.as_ref());
    let told = Told {
        profile: &profile,
        target,
        seed,
        length,
        cases: &cases,
        sessions: sessions.len(),
        test: &test,
        stopped: stopped.as_ref(),
        outcome: &outcome,
        exit,
        files: reports.files(),
    };
    if args.json {
        terminal.print(&json::render(&told))?;
    } else if !reports.take_stdout() {
        terminal.print_said(&text::render(&told))?;
    }
    Ok(exit)
}

fn length(args: &DialtestArgs) -> Length {
    match (args.rounds, args.days) {
        (_, Some(days)) => Length::Days(days),
        (Some(rounds), None) => Length::Rounds(rounds),
        (None, None) => Length::Once,
    }
}

fn play(
    args: &DialtestArgs,
    plan: &Plan,
    callee: Callee,
    reports: &Reports,
) -> Result<(Outcome, Vec<Event>, ReportSink), CliError> {
    let (kept, report) = (Kept::default(), ReportSink::default());
    let outcome = runtime()?.block_on(async {
        let seat = callee.sit(&args.caller)?;
        let mut sinks: Vec<Box<dyn Sink>> = vec![Box::new(kept.clone()), Box::new(report.clone())];
        for record in reports.create()? {
            sinks.push(Box::new(record));
        }
        let stop = Stop::default();
        let _watch = stop_on_signals(&stop);
        Ok::<_, CliError>(run(plan, seat, Recorder::new(sinks), stop).await)
    })?;
    Ok((outcome, kept.take_events(), report))
}

/// The calls that were made, and why no more were.
fn happened(events: Vec<Event>) -> (Vec<Exchange>, Option<Stopped>) {
    let (mut calls, mut stopped) = (Vec::new(), None);
    for event in events {
        match event {
            Event::Exchanged(call) => calls.push(*call),
            Event::RunFinished(finished) => stopped = finished.stopped,
            _ => {}
        }
    }
    (calls, stopped)
}

fn exit_code(outcome: &Outcome, test: &DialTest, stopped: Option<&Stopped>) -> ExitCode {
    let concluded = outcome.conclusion.exit;
    if !outcome.sink_failures.is_empty() {
        ExitCode::Internal
    } else if stopped == Some(&Stopped::Interrupted) {
        ExitCode::Interrupted
    } else if concluded != ExitCode::Unreachable && test.failed() {
        ExitCode::Failed
    } else {
        concluded
    }
}

/// The sessions of a dial test that began, by their titles.
fn began(test: &DialTest) -> impl Iterator<Item = (&Session, bool)> {
    test.sessions.iter().map(|one| (&one.session, one.failed()))
}
