//! `galleria check`.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use galleria_reports::lang::say;
use galleria_reports::{ReportSink, RunReport, step_in_words, terminal as report_terminal};
use galleria_scenarios::messages::{MessageFolder, MessageSink};
use galleria_scenarios::record::{Recorder, Sink};
use galleria_scenarios::run::{Outcome, Plan, Seat, Stop, run};
use galleria_scenarios::verdict::ExitCode;

use super::interrupt::stop_on_signals;
use super::run::{Command, Process};
use super::runtime;
use crate::args::CheckArgs;
use crate::error::CliError;
use crate::output::{Progress, Reports, Terminal, complain, note};
use crate::settings::{self, SeatSettings};

pub(super) fn check(args: &CheckArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    check_with(args, None, terminal)
}

/// A check of a seller that `command` starts. Everything that can be wrong with the settings is found
/// before a file is created, a command started or a call made.
pub(super) fn check_with(
    args: &CheckArgs,
    command: Option<&Command>,
    terminal: Terminal,
) -> Result<ExitCode, CliError> {
    let plan = settings::plan(args)?;
    let seat = settings::seat(args, &plan.profile)?;
    let staging = Staging {
        command,
        ..Staging::default()
    };
    play(args, &plan, seat, terminal, staging)
}

/// Prepares the seat before the run.
type Prepare<'a> = Box<dyn FnOnce(&mut Seat) + 'a>;

/// What a command adds to a run beside its plan.
pub(super) struct Staging<'a> {
    /// Prepares the seat.
    pub(super) seat: Prepare<'a>,
    /// Starts the seller, which is stopped when the run is over.
    pub(super) command: Option<&'a Command>,
    /// Whether the seller is started by the seat's own stage before the first call.
    pub(super) starts_seller: bool,
    /// Take in the events too.
    pub(super) sinks: Vec<Box<dyn Sink>>,
    /// Where messages go if the user names no folder.
    pub(super) messages: Option<PathBuf>,
    /// What is told before the report.
    pub(super) told: Box<dyn FnOnce() -> String + 'a>,
}

impl Default for Staging<'_> {
    fn default() -> Self {
        Self {
            seat: Box::new(|_| {}),
            command: None,
            starts_seller: false,
            sinks: Vec::new(),
            messages: None,
            told: Box::new(String::new),
        }
    }
}

/// Plays a plan, judges it and writes its reports.
pub(super) fn play(
    args: &CheckArgs,
    plan: &Plan,
    seat: SeatSettings,
    terminal: Terminal,
    staging: Staging<'_>,
) -> Result<ExitCode, CliError> {
    let reports = Reports::of(&args.reports)?;
    reports.refuse_collisions(args.known_failures.as_deref())?;
    if args.dry_run {
        terminal.print_said(&describe(plan, &seat))?;
        return Ok(ExitCode::Held);
    }
    let runtime = runtime()?;
    let sink = ReportSink::default();
    let outcome = runtime.block_on(async {
        let mut seat = seat.sit(args)?;
        (staging.seat)(&mut seat);
        let mut sinks: Vec<Box<dyn Sink>> = Vec::new();
        for record in reports.create()? {
            sinks.push(Box::new(record));
        }
        sinks.push(Box::new(sink.clone()));
        sinks.extend(staging.sinks);
        let messages = args.messages.clone().or(staging.messages);
        if let Some(folder) = messages {
            sinks.push(Box::new(MessageSink::new(MessageFolder::new(folder))));
        }
        if terminal.shows_progress() {
            sinks.push(Box::new(Progress::new()));
        }
        let stop = Stop::default();
        let _watch = stop_on_signals(&stop);
        if let Some(stage) = seat.stage.clone().filter(|_| staging.starts_seller) {
            let started = stage.hand.bring_up().await;
            started.map_err(|error| CliError::usage(error.to_string()))?;
            wait_for(&seat, stage.up_within, &stop).await;
        }
        let command = staging.command;
        let process = match command {
            Some(command) => Some(Process::start(command, &seat, args.wait_for, &stop).await?),
            None => None,
        };
        if let (Some(limit), None) = (args.wait_for, command) {
            wait_for(&seat, limit, &stop).await;
        }
        let clock = seat.clock.clone();
        let outcome = run(plan, seat, Recorder::new(sinks), stop).await;
        if let Some(process) = process {
            process.stop(&clock).await;
        }
        Ok::<_, CliError>(outcome)
    })?;
    let told = (staging.told)();
    tell(
        args,
        &reports,
        &sink.take_report(),
        &outcome,
        terminal,
        told,
    )
}

fn tell(
    args: &CheckArgs,
    reports: &Reports,
    report: &RunReport,
    outcome: &Outcome,
    terminal: Terminal,
    told: String,
) -> Result<ExitCode, CliError> {
    let written = reports.write(report);
    let mut text = told;
    text.push_str(&report_terminal::render(report, terminal.style()));
    let _ = writeln!(text, "\n{}", say("Reports:"));
    for file in reports.files() {
        let _ = writeln!(text, "  {file}");
    }
    if reports.take_stdout() {
        if !terminal.is_quiet() {
            note(&text);
        }
    } else {
        terminal.print(&text)?;
    }
    for failure in &outcome.sink_failures {
        complain(&format!("{failure}; the record is not whole"));
    }
    written?;
    if !outcome.sink_failures.is_empty() {
        return Ok(ExitCode::Internal);
    }
    match &args.known_failures {
        Some(path) if args.gate.update_known_failures => update(path, report, outcome),
        _ => Ok(outcome.conclusion.exit),
    }
}

/// Writes the list of known failures; with it the run holds, save for what may not be excused on.
fn update(
    path: &std::path::Path,
    report: &RunReport,
    outcome: &Outcome,
) -> Result<ExitCode, CliError> {
    let at = path.display();
    let Some(updated) = settings::update_known_failures(path, report)? else {
        note(&format!(
            "{at} is left as it is: the run came to no verdict"
        ));
        return Ok(outcome.conclusion.exit);
    };
    let (added, removed) = (updated.added, updated.removed);
    note(&format!("{at}: {added} added, {removed} taken off"));
    if added > 0 {
        note("write down why each of them is excused, and until when: expires = 2026-12-31");
    }
    if updated.expired.is_empty() {
        return Ok(ExitCode::Held);
    }
    let rules = updated.expired.join(", ");
    note(&format!(
        "the excuse of {rules} has ended and is left so: give it a new day by hand, or mend it"
    ));
    Ok(ExitCode::Failed)
}

/// Waits until the seller accepts connections. Where it does not in time, the run says so itself.
async fn wait_for(seat: &Seat, limit: Duration, stop: &Stop) {
    let give_up = seat.clock.elapsed() + limit;
    while seat.clock.elapsed() < give_up && !stop.is_requested() {
        let left = give_up.saturating_sub(seat.clock.elapsed());
        if let Some(Ok(_)) = seat.clock.within(left, seat.dial.dial()).await {
            return;
        }
        seat.clock.sleep(left.min(Duration::from_millis(200))).await;
    }
}

/// What would be played and judged.
fn describe(plan: &Plan, seat: &SeatSettings) -> String {
    let mut text = format!(
        "profile {}, billing {}, seed {}\n\nscenarios that would be played ({}):\n",
        plan.profile.id,
        plan.billing,
        plan.seed,
        plan.scenarios.len()
    );
    for scenario in &plan.scenarios {
        let _ = writeln!(text, "  {}: {}", scenario.id, say(&scenario.title));
        for (number, step) in (1..).zip(&scenario.steps) {
            let _ = writeln!(text, "    {number}. {}", step_in_words(scenario, step));
        }
    }
    let rules = plan.planned_rules(&seat.target(), seat.equipment());
    let _ = writeln!(text, "\nrules that would judge ({}):", rules.len());
    for rule in rules {
        let why = rule.not_applicable.map_or_else(String::new, |why| {
            format!("  ({})", say(&format!("not applicable: {why}")))
        });
        let force = say(rule.force.name());
        let _ = writeln!(text, "  {} {} [{force}]{why}", rule.id, rule.name);
    }
    text
}
