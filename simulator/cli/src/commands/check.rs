//! `galleria check`: plan, play, report.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use galleria_reports::{ReportSink, terminal as report_terminal};
use galleria_scenarios::messages::{MessageFolder, MessageSink};
use galleria_scenarios::record::{Recorder, Sink};
use galleria_scenarios::run::{Outcome, Plan, Seat, Stop, run};
use galleria_scenarios::verdict::ExitCode;

use super::explain::in_words;
use super::interrupt::stop_on_signals;
use super::runtime;
use crate::args::CheckArgs;
use crate::error::CliError;
use crate::output::{Progress, Reports, Terminal, complain, note};
use crate::settings::{self, SeatSettings};

/// Everything that can be wrong with the settings is found before a file is created or a call made.
pub(super) fn check(args: &CheckArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let plan = settings::plan(args)?;
    let seat = settings::seat(args, &plan.profile)?;
    play(args, &plan, seat, terminal, Staging::default())
}

/// Prepares the seat before the run.
type Prepare<'a> = Box<dyn FnOnce(&mut Seat) + 'a>;

/// What a command adds to a run beside its plan.
pub(super) struct Staging<'a> {
    /// Prepares the seat.
    pub(super) seat: Prepare<'a>,
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
    let mut reports = Reports::parse(&args.report)?;
    reports.add_folder(&args.report_dir);
    reports.refuse_collisions(args.known_failures.as_deref())?;
    if args.dry_run {
        terminal.print(&describe(plan, &seat))?;
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
        if let Some(limit) = args.wait_for {
            wait_for(&seat, limit, &stop).await;
        }
        Ok::<_, CliError>(run(plan, seat, Recorder::new(sinks), stop).await)
    })?;
    let told = (staging.told)();
    tell(&reports, &sink, &outcome, terminal, &told)
}

fn tell(
    reports: &Reports,
    sink: &ReportSink,
    outcome: &Outcome,
    terminal: Terminal,
    told: &str,
) -> Result<ExitCode, CliError> {
    let report = sink.take_report();
    let written = reports.write(&report);
    let mut text = told.to_owned();
    text.push_str(&report_terminal::render(&report, terminal.style()));
    let _ = writeln!(text, "\nReports:");
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
    Ok(if outcome.sink_failures.is_empty() {
        outcome.conclusion.exit
    } else {
        ExitCode::Internal
    })
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
        let _ = writeln!(text, "  {}: {}", scenario.id, scenario.title);
        for (number, step) in (1..).zip(&scenario.steps) {
            let _ = writeln!(text, "    {number}. {}", in_words(scenario, step));
        }
    }
    let rules = plan.planned_rules(&seat.target(), seat.equipment());
    let _ = writeln!(text, "\nrules that would judge ({}):", rules.len());
    for rule in rules {
        let why = rule
            .not_applicable
            .map_or_else(String::new, |why| format!("  (not applicable: {why})"));
        let _ = writeln!(text, "  {} {} [{}]{why}", rule.id, rule.name, rule.force);
    }
    text
}
